import pg from 'pg';
import { helpdeskError } from '../errors.ts';
import type { Param, Queryable, Sql, StoreLog } from './sql.ts';

const OLDEST_SERVER = 150_000;

/**
 * PostgreSQL by `DATABASE_URL`, with a pool of ten and a deadline on everything.
 * @throws E_STORE_UNREACHABLE when it does not answer within five seconds or is older than version 15
 */
export async function openPostgres(databaseUrl: string, log: StoreLog): Promise<Sql> {
  const pool = makePool(databaseUrl);
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => log.warn({ error: error.message }, 'A connection to PostgreSQL broke'));
  try {
    const { rows } = await pool.query<{ version: number }>(`select current_setting('server_version_num')::int as version`);
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST_SERVER) throw new Error(`it is PostgreSQL ${Math.floor(version / 10_000)}`);
  } catch (error) {
    await pool.end();
    throw helpdeskError('E_STORE_UNREACHABLE', { why: plainReason(error) }, error);
  }
  return onPool(pool);
}

function makePool(databaseUrl: string): pg.Pool {
  try {
    return new pg.Pool({
      connectionString: databaseUrl,
      application_name: 'caa50021-helpdesk-bot',
      max: 10,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      query_timeout: 20_000,
      idle_in_transaction_session_timeout: 15_000,
      keepAlive: true,
    });
  } catch (error) {
    throw helpdeskError('E_STORE_UNREACHABLE', { why: 'it is not a postgres:// address' }, error);
  }
}

/** Never the address itself: it carries the password. */
function plainReason(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  switch (code) {
    case 'ECONNREFUSED': return 'nothing listens there';
    case 'ENOTFOUND': return 'its host name is unknown';
    case '28P01': case '28000': return 'user or password is refused';
    case '3D000': return 'there is no database of that name';
    default: return message !== undefined && message !== '' ? message : 'the connection failed';
  }
}

function onPool(pool: pg.Pool): Sql {
  return {
    engine: 'postgres',
    ...speakTo(pool),
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const result = await work(speakTo(client));
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        // A connection whose rollback fails is thrown away with whatever it still holds.
        const failed = await client.query('rollback').then(() => undefined, (reason: Error) => reason);
        client.release(failed);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

type Answer = { rows: Record<string, unknown>[] };

function speakTo(connection: Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>): Queryable {
  const query = connection.query.bind(connection) as (text: string, params?: unknown[]) => Promise<Answer | Answer[]>;
  return {
    query: async <Row>(text: string, params: readonly Param[] = []) =>
      ((await query(text, params as unknown[])) as Answer).rows as Row[],
    // Without parameters pg speaks the simple protocol: many statements, one result for each.
    script: async (text) => [await query(text)].flat().flatMap((result) => result.rows),
  };
}
