import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Secret } from '../secret.ts';
import type { Settings } from './gather.ts';

/**
 * The key of the sandbox and of tests, made at the first start and kept beside their data. Production never comes here:
 * a key next to what it encrypts protects nothing.
 */
export function keptDataKey(settings: Settings, folder: string): Secret<Uint8Array> | undefined {
  const file = path.join(folder, 'data.key');
  try {
    mkdirSync(folder, { recursive: true });
    try {
      // `wx`: of two processes that start together, one writes and both read the same key.
      writeFileSync(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
    if (key.length === 32) return new Secret(Uint8Array.from(key));
    settings.wrong('DATA_DIR', 'holds a data.key that is not 32 bytes in base64', 'Delete the folder to start the sandbox anew.');
  } catch {
    settings.wrong('DATA_DIR', 'cannot be written', 'Set DATA_DIR to a folder this user may write to.');
  }
  return undefined;
}
