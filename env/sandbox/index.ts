import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freshCapture } from './captures.ts';
import { cast } from './people.ts';
import { startSandbox } from './server.ts';

/**
 * The sandbox as a process of its own: `npm run sandbox`.
 * SANDBOX_PORT (4443), SANDBOX_HOST (127.0.0.1), SANDBOX_CERT_DIR (.data/sandbox): there `cert.pem` is written for
 * NODE_EXTRA_CA_CERTS, and `captures/` with outputs of dsregcmd dated now.
 */
async function main(): Promise<void> {
  const dir = process.env['SANDBOX_CERT_DIR'] ?? path.join('.data', 'sandbox');
  const port = Number(process.env['SANDBOX_PORT'] ?? 4443);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error('SANDBOX_PORT must be a port number between 0 and 65535.');
  const sandbox = await startSandbox({ port, host: process.env['SANDBOX_HOST'] ?? '127.0.0.1', certDir: dir });
  await writeCaptures(path.join(dir, 'captures'), sandbox.now());
  const stop = (): void => {
    void sandbox.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  console.log(
    `Contoso sandbox ready at ${sandbox.url} (tenant ${sandbox.tenantId}, app ${sandbox.clientId}, certificate ${sandbox.certPath})`,
  );
}

async function writeCaptures(dir: string, now: Date): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const person of cast) {
    const text = freshCapture(person.slug, { now, seededAt: now });
    if (text !== undefined) await writeFile(path.join(dir, `${person.slug}.txt`), text);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
