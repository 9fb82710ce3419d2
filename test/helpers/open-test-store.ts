import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { openStoreOn, type Store, type StoreOptions } from '../../bot/store/open.ts';
import { onPglite } from '../../bot/store/pglite.ts';
import { openPostgres } from '../../bot/store/postgres.ts';
import { silentLog, type Sql } from '../../bot/store/sql.ts';

export type DatabaseKind = 'pglite' | 'postgres';

/** A store with an empty database of its own; `close` takes the database away with it. */
export interface TestStore extends Store {
  /** The database underneath, to look at what is really in it. */
  readonly sql: Sql;
}

export const TEST_DATA_KEY = Buffer.alloc(32, 'test key ');

/**
 * Opens an empty store: in memory by default (a third of a second after the first), or a database of its own on the
 * PostgreSQL of `postgresUrl()`. Close it when the test is over.
 */
export async function openTestStore(kind: DatabaseKind = 'pglite', options: Partial<StoreOptions> = {}): Promise<TestStore> {
  const sql = kind === 'pglite' ? onPglite(await copyOfTemplate()) : await freshDatabase();
  const store = await openStoreOn(sql, { clock: () => new Date(), dataKey: TEST_DATA_KEY, ...options });
  return { ...store, sql };
}

let template: Promise<Blob | File> | undefined;

/** Making a cluster takes seconds, copying one does not: the first caller migrates an empty one for everybody. */
async function copyOfTemplate(): Promise<PGlite> {
  template ??= makeTemplate();
  return PGlite.create({ loadDataDir: await template });
}

async function makeTemplate(): Promise<Blob | File> {
  const database = await PGlite.create();
  const keepOpen: Sql = { ...onPglite(database), close: async () => undefined };
  const store = await openStoreOn(keepOpen, { clock: () => new Date(), dataKey: TEST_DATA_KEY });
  await store.close();
  const dump = await database.dumpDataDir('none');
  await database.close();
  return dump;
}

/** Where tests find PostgreSQL; undefined when there is none to be asked. With CI=true there must be one. */
export function postgresUrl(): string | undefined {
  const fallback = process.env['CI'] === 'true' ? 'postgres://postgres@127.0.0.1:5432/postgres' : undefined;
  return process.env['TEST_DATABASE_URL'] ?? fallback;
}

/** Makes a database of a unique name; `drop` takes it away, whoever is still connected. */
export async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const admin = postgresUrl();
  if (admin === undefined) throw new Error('TEST_DATABASE_URL is not set');
  const name = `helpdesk_test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(admin, `drop database if exists ${name} with (force)`) };
}

async function freshDatabase(): Promise<Sql> {
  const database = await createDatabase();
  try {
    const sql = await openPostgres(database.url, silentLog);
    return { ...sql, close: () => sql.close().finally(() => database.drop()) };
  } catch (error) {
    await database.drop();
    throw error;
  }
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function postgresAnswers(): Promise<boolean> {
  const url = postgresUrl();
  if (url === undefined) return false;
  return asAdmin(url, 'select 1').then(() => true, () => false);
}

/** The same tests on both databases: PGlite always, PostgreSQL when it answers, and with CI=true it has to. */
export function onEachDatabase(title: string, tests: (kind: DatabaseKind) => void): void {
  describe(`${title} (PGlite)`, () => {
    before(async function () {
      this.timeout(120_000); // the first one makes the template
      await (template ??= makeTemplate());
    });
    tests('pglite');
  });
  describe(`${title} (PostgreSQL)`, () => {
    before(async function () {
      if (await postgresAnswers()) return;
      if (process.env['CI'] === 'true') throw new Error('TEST_DATABASE_URL does not answer');
      console.log('skipped: no PostgreSQL');
      this.skip();
    });
    tests('postgres');
  });
}
