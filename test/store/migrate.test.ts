import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { knownMigrations, migrate } from '../../bot/store/migrate.ts';
import { onPglite } from '../../bot/store/pglite.ts';
import { openPostgres } from '../../bot/store/postgres.ts';
import { openStoreOn } from '../../bot/store/open.ts';
import { silentLog, type Sql } from '../../bot/store/sql.ts';
import { createDatabase, onEachDatabase, openTestStore, TEST_DATA_KEY } from '../helpers/open-test-store.ts';

const clock = (): Date => new Date();

onEachDatabase('migrating', (kind) => {
  let sql: Sql;
  let drop = async (): Promise<void> => undefined;
  before(async function () {
    this.timeout(60_000);
    if (kind === 'pglite') {
      sql = onPglite(await PGlite.create());
    } else {
      const database = await createDatabase();
      drop = () => database.drop();
      sql = await openPostgres(database.url, silentLog);
    }
  });
  after(async () => {
    await sql?.close();
    await drop();
  });

  it('brings an empty database to the newest version, also when two start at once, and then has nothing to do', async () => {
    const all = knownMigrations().map(({ number }) => number);
    assert.deepEqual(all, all.map((_, index) => index + 1), 'numbers run on without gaps');
    const applied = await Promise.all([migrate(sql, clock), migrate(sql, clock)]);
    assert.deepEqual(applied.flat(), all);
    assert.deepEqual(await migrate(sql, clock), []);
    const [row] = await sql.query<{ number: number }>(`select nextval('helpdesk.case_number')::int as number`);
    assert.equal(row?.number, 1001);
  });

  it('leaves the former version when a script fails', async () => {
    const bad = { number: 9000, name: '9000-bad.sql', script: 'create table helpdesk.half (id int); select nonsense;' };
    await assert.rejects(migrate(sql, clock, [...knownMigrations(), bad]), /nonsense/);
    assert.deepEqual(await migrate(sql, clock), []);
    await assert.rejects(sql.query('select 1 from helpdesk.half'), { code: '42P01' });
  });

  it('refuses a schema newer than it knows', async () => {
    await sql.query(`insert into helpdesk.migrations (number, name, applied_at) values (9001, 'from the future', $1)`, [clock().toISOString()]);
    await assert.rejects(migrate(sql, clock), { code: 'E_STORE_NEWER', message: /9001/ });
    await sql.query('delete from helpdesk.migrations where number = 9001');
  });
});

onEachDatabase('opening a database of another key', (kind) => {
  it('is refused with the name of the setting', async () => {
    const store = await openTestStore(kind);
    const keepOpen: Sql = { ...store.sql, close: async () => undefined };
    try {
      await assert.rejects(
        openStoreOn(keepOpen, { clock, dataKey: Buffer.alloc(32, 'another ') }),
        { code: 'E_SETTING_INVALID', message: /DATA_KEY is not the key/ },
      );
      const again = await openStoreOn(keepOpen, { clock, dataKey: TEST_DATA_KEY });
      await again.close();
    } finally {
      await store.close();
    }
  });
});
