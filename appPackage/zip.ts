import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

/** Zip entries carry a time; a fixed one makes the same input the same file. */
const mtime = new Date('2020-01-01T00:00:00Z');

/** The three files at the top of the archive, as Teams wants them. */
export async function zip(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(content, name, { mtime, mode: 0o100644, forceDosTimestamp: true });
  archive.end();
  return buffer(archive.outputStream);
}
