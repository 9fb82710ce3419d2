import { randomUUID } from 'node:crypto';
import type { ActivityLog, CaseStore, Clock, ConversationStore, PostStore, ReferenceStore } from '../cases/ports.ts';
import { makeActivityLog } from './activities.ts';
import { makeCaseStore } from './case-store.ts';
import { makeConversationStore } from './conversations.ts';
import { erasePerson, purge, type Purged } from './forget.ts';
import { migrate } from './migrate.ts';
import type { StoreParts } from './parts.ts';
import { makePeopleStore, type PeopleStore } from './people.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { makePostStore } from './posts.ts';
import { openQueue, type QueueOptions, type StoreQueue } from './queue.ts';
import { checkKey, makeSealer } from './seal.ts';
import { silentLog, type Sql, type StoreLog } from './sql.ts';

export interface StoreOptions {
  /** PostgreSQL 15 or newer, for production and for more than one instance. Goes before `dataDir`. */
  readonly databaseUrl?: string;
  /** Folder of the embedded database, made when absent; one process at a time. Without both: in memory. */
  readonly dataDir?: string;
  /** 32 bytes. Everything that names a person is sealed with it; without it the database is only noise. */
  readonly dataKey: Uint8Array;
  /** Teams' id of the configured triage channel. */
  readonly triageChannelId?: string;
  readonly clock: Clock;
  readonly log?: StoreLog;
  readonly queue?: QueueOptions;
  readonly newId?: () => string;
}

export interface Store {
  readonly cases: CaseStore;
  readonly posts: PostStore;
  readonly conversations: ConversationStore & ReferenceStore;
  readonly activities: ActivityLog;
  readonly people: PeopleStore;
  readonly queue: StoreQueue;
  /** Deletes what has been kept long enough; the worker's `purge` chore. */
  purge(): Promise<Purged>;
  /** Removes everything that identifies that person. */
  erasePerson(aadObjectId: string): Promise<void>;
  /** Whether it answers within two seconds; otherwise a sentence for the operator. */
  ready(): Promise<true | string>;
  /** Stop the worker first. Releases the folder. */
  close(): Promise<void>;
}

/**
 * Opens the memory: schema brought up to date, queue started (jobs are done only once a worker runs).
 * @throws E_STORE_LOCKED, E_STORE_UNREACHABLE, E_STORE_NEWER, or E_SETTING_INVALID for DATA_DIR and DATA_KEY
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const sealer = makeSealer(options.dataKey);
  const log = options.log ?? silentLog;
  const sql = options.databaseUrl !== undefined ? await openPostgres(options.databaseUrl, log) : await openPglite(options.dataDir);
  return openStoreOn(sql, options, sealer);
}

/** The same on a database that is open already; it belongs to the store from then on, also when this throws. */
export async function openStoreOn(sql: Sql, options: StoreOptions, sealer = makeSealer(options.dataKey)): Promise<Store> {
  const { clock, log = silentLog, newId = randomUUID } = options;
  try {
    const applied = await migrate(sql, clock);
    if (applied.length > 0) log.info({ migrations: applied, engine: sql.engine }, 'The database was brought up to date');
    await checkKey(sql, sealer);
    const queue = await openQueue(sql, log, options.queue);
    return assemble({ sql, sealer, queue, clock, newId }, options.triageChannelId);
  } catch (error) {
    await sql.close();
    throw error;
  }
}

function assemble(parts: StoreParts, triageChannelId: string | undefined): Store {
  const { sql, queue } = parts;
  let closing: Promise<void> | undefined;
  return {
    cases: makeCaseStore(parts),
    posts: makePostStore(sql),
    conversations: makeConversationStore(parts, triageChannelId),
    activities: makeActivityLog(parts),
    people: makePeopleStore(parts),
    queue,
    purge: () => purge(parts),
    erasePerson: (aadObjectId) => erasePerson(parts, aadObjectId),
    ready: () => isReady(sql),
    close: () => (closing ??= queue.close().finally(() => sql.close())),
  };
}

const READY_WITHIN_MS = 2_000;

async function isReady(sql: Sql): Promise<true | string> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`The database did not answer within ${READY_WITHIN_MS / 1000} s.`), READY_WITHIN_MS);
  });
  try {
    const answers = sql.query('select number from helpdesk.migrations limit 1').then(() => true as const);
    return await Promise.race([answers, tooLate]);
  } catch {
    return 'The database does not answer.';
  } finally {
    clearTimeout(timer);
  }
}
