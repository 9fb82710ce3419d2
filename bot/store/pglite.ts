import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { helpdeskError } from '../errors.ts';
import { lockFolder } from './folder-lock.ts';
import type { Param, Queryable, Sql } from './sql.ts';

/**
 * The embedded database: in `folder`, behind the folder's lock, or in memory when there is none.
 * @throws E_STORE_LOCKED, and E_SETTING_INVALID for a folder that cannot be used
 */
export async function openPglite(folder?: string): Promise<Sql> {
  if (folder === undefined) return onPglite(await PGlite.create());
  const lock = lockFolder(folder);
  try {
    const sql = onPglite(await PGlite.create(join(folder, 'pglite')));
    return { ...sql, close: () => sql.close().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw helpdeskError(
      'E_SETTING_INVALID',
      {
        setting: 'DATA_DIR',
        why: `(${folder}) holds a database that cannot be opened`,
        remedy: 'Restore the folder from a backup, or move it away to start with an empty one.',
      },
      error,
    );
  }
}

/** Speaks the port over a PGlite that belongs to the caller until `close`. */
export function onPglite(database: PGlite): Sql {
  const oneByOne = makeTurnstile();
  const inTransaction = new AsyncLocalStorage<true>();

  // There is one connection: a statement beside the open transaction would wait for it for ever, so say so instead.
  function alone<T>(work: () => Promise<T>): Promise<T> {
    if (inTransaction.getStore()) throw new Error('A statement inside a transaction must use the transaction.');
    return oneByOne(work);
  }

  return {
    engine: 'pglite',
    query: async (text, params) => alone(() => speakTo(database).query(text, params)),
    script: async (text) =>
      alone(async () => {
        try {
          return await speakTo(database).script(text);
        } catch (error) {
          // A script may carry its own BEGIN; what failed within must not poison the next statement.
          await database.exec('ROLLBACK').catch(() => undefined);
          throw error;
        }
      }),
    transaction: async (work) =>
      alone(() => database.transaction((tx) => inTransaction.run(true, () => work(speakTo(tx))))),
    close: async () => oneByOne(() => database.close()),
  };
}

function speakTo(database: Pick<PGlite, 'query' | 'exec'>): Queryable {
  return {
    query: async <Row>(text: string, params: readonly Param[] = []) =>
      (await database.query<Row>(text, params as unknown[])).rows,
    script: async (text) => (await database.exec(text)).flatMap((result) => result.rows as Record<string, unknown>[]),
  };
}

/** Lets one piece of work through at a time, in the order they came. */
function makeTurnstile(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
