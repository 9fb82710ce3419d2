// npm puts node_modules/.bin first on the PATH, so on Linux and Windows this is the Node that came with `npm ci`.
// On macOS no such package exists for this version and the machine's own Node is used.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(`Node ${process.versions.node} is too old: this bot runs its TypeScript directly and needs Node 24. Install Node 24 and run the command again.`);
  process.exit(1);
}
