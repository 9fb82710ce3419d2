import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { helpdeskError } from '../errors.ts';
import type { Clock } from '../cases/ports.ts';
import type { Sql } from './sql.ts';

/** Any number will do, as long as every instance of this bot takes the same one. */
const MIGRATION_LOCK = 50_021_001;

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly script: string;
}

/** The numbered scripts of `bot/store/migrations`, in order. */
export function knownMigrations(): readonly Migration[] {
  const folder = join(import.meta.dirname, 'migrations');
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 4)), name, script: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * Brings the schema `helpdesk` to the newest known version, in one transaction under an advisory lock, so that several
 * instances may start together. Running it again changes nothing.
 * @returns the numbers applied now
 * @throws E_STORE_NEWER when the database knows more than this bot
 */
export async function migrate(sql: Sql, clock: Clock, migrations = knownMigrations()): Promise<readonly number[]> {
  const known = migrations.at(-1)?.number ?? 0;
  return sql.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await tx.script(`
      create schema if not exists helpdesk;
      create table if not exists helpdesk.migrations (
        number integer primary key, name text not null, applied_at timestamptz not null);
      create table if not exists helpdesk.settings (name text primary key, value bytea not null);`);
    const rows = await tx.query<{ found: number }>('select coalesce(max(number), 0) as found from helpdesk.migrations');
    const found = rows[0]?.found ?? 0;
    if (found > known) throw helpdeskError('E_STORE_NEWER', { found, known });
    const missing = migrations.filter(({ number }) => number > found);
    for (const { number, name, script } of missing) {
      await tx.script(script);
      await tx.query('insert into helpdesk.migrations (number, name, applied_at) values ($1, $2, $3)', [
        number, name, clock().toISOString(),
      ]);
    }
    return missing.map(({ number }) => number);
  });
}
