/** Reference material that may lie beside the repository; tests that compare with it say so when it is not there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../shared');

/** Absolute path of a file or folder of the reference, or nothing when it is absent. */
export function sharedPath(path: string): string | undefined {
  const full = join(root, path);
  return existsSync(full) ? full : undefined;
}

/** Skips a test for want of the reference, loudly: whoever clones the repository alone does not have it. */
export function skipWithout(test: Mocha.Context, what: string): void {
  console.log(`skipped: no ${what} beside the repository`);
  test.skip();
}

export function sharedJson(path: string): any {
  const full = sharedPath(path);
  return full && JSON.parse(readFileSync(full, 'utf8'));
}

export function sharedFiles(folder: string, extension: string): string[] {
  const full = sharedPath(folder);
  return full ? readdirSync(full).filter((file) => file.endsWith(extension)) : [];
}
