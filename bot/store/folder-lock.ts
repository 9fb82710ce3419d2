import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { helpdeskError } from '../errors.ts';

/** SQLite's "somebody else holds the lock". */
const SQLITE_BUSY = 5;

/** A lock nobody refers to would be collected as garbage, and its file closed with it. */
const held = new Set<DatabaseSync>();

/**
 * Claims a data folder for this process until `release` or until the process ends, however it ends: the claim is an
 * exclusive SQLite transaction on an empty file, that is an fcntl or LockFileEx lock, which the kernel drops with its
 * holder. PGlite itself lets two processes into one folder, and they destroy each other's rows.
 *
 * Nothing else in this process may open that file: closing any handle to it drops an fcntl lock.
 * @throws E_STORE_LOCKED at once when another process (or another store in this one) has the folder
 * @throws E_SETTING_INVALID when the folder cannot be made or written
 * @see docs/decisions/0010-kernel-lock-on-the-data-folder.md
 */
export function lockFolder(folder: string): { release(): void } {
  let file: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    file = new DatabaseSync(join(folder, 'in-use.lock'));
    // The journal stays in memory, so that the lock leaves nothing on disk to be recovered from.
    file.exec('PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    file?.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) throw helpdeskError('E_STORE_LOCKED', { folder }, error);
    throw helpdeskError(
      'E_SETTING_INVALID',
      {
        setting: 'DATA_DIR',
        why: `(${folder}) cannot be written`,
        remedy: 'Point DATA_DIR to a folder on a local disk that this user may create and write.',
      },
      error,
    );
  }
  const lock = file;
  held.add(lock);
  return {
    release() {
      if (held.delete(lock)) lock.close();
    },
  };
}
