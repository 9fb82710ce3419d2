import { PgBoss } from 'pg-boss';
import type { NewJob, Surface } from '../cases/ports.ts';
import type { Queryable, Sql, StoreLog } from './sql.ts';

/** pg-boss keeps its tables in a schema of their own. */
export const QUEUE_SCHEMA = 'helpdesk_queue';
/** `later` holds jobs with a delay until they are due; `dead` those that failed for the last time. */
const READY = ['gather', 'present', 'purge'] as const;
export type ReadyKind = (typeof READY)[number];
const LATER = 'later';
const DEAD = 'dead';

const SLEEPERS_AT_ONCE = 100;
const PURGE_EVERY_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

export interface QueueOptions {
  /** How long a chore may hold a job. Default 30; the job of a killed process is ready again soon after. */
  readonly leaseSeconds?: number;
  /** How often the database is searched for jobs whose lease is over. Default 10. */
  readonly superviseSeconds?: number;
  /** Failed tries before a job is dead. Default 8: about ten minutes in all. */
  readonly retryLimit?: number;
  readonly retryDelaySeconds?: number;
}

type Payload =
  | { readonly kind: 'gather'; readonly caseId: string; readonly attempt: number }
  | { readonly kind: 'present'; readonly caseId: string; readonly surface: Surface; readonly attempt: number }
  | { readonly kind: 'purge'; readonly attempt: number };

/** A claimed job. `id` and `retryCount` together name the attempt, so that a late answer never settles a newer one. */
export type Claimed = Payload & { readonly id: string; readonly retryCount: number };

export type StoreQueue = Awaited<ReturnType<typeof openQueue>>;

/**
 * The queue on pg-boss, in the same database as the cases: a job is enqueued in the transaction that changes the case.
 * For one key (a case's gathering, a case's card on a surface) at most one job waits and one is active; what is enqueued
 * meanwhile joins the waiting one.
 */
export async function openQueue(sql: Sql, log: StoreLog, options: QueueOptions = {}) {
  const leaseSeconds = options.leaseSeconds ?? 30;
  const boss = makeBoss(sql, log, options.superviseSeconds ?? 10);
  const stop = (): Promise<void> => boss.stop({ close: false, graceful: false });
  try {
    await boss.start();
    await createQueues(boss, leaseSeconds, options);
    // Whoever starts cleans up once; afterwards the chore comes back by itself.
    await boss.upsert('purge', { kind: 'purge', attempt: 0 }, { singletonKey: 'purge', startAfter: 0 });
  } catch (error) {
    await stop(); // its timers would go on asking a closed database
    throw error;
  }
  const listeners = new Set<(kind: ReadyKind) => void>();

  /**
   * An upsert and not an insert-unless-there: it locks the waiting row until our transaction is over, so that no worker
   * can start that job in between, read the case as it was before our change, and leave the change unseen.
   */
  async function put(queue: ReadyKind | typeof LATER, payload: Payload, startAfter: number, tx?: Queryable): Promise<void> {
    await boss.upsert(queue, payload, { singletonKey: keyOf(payload), startAfter, ...(tx && { db: forBoss(tx) }) });
  }

  function ring(kind: ReadyKind): void {
    for (const listener of listeners) listener(kind);
  }

  async function settle(job: Claimed): Promise<void> {
    await boss.complete(job.kind, job);
  }

  async function postpone(job: Claimed, inSeconds: number): Promise<void> {
    const { id: _id, retryCount: _count, ...payload } = job;
    await sql.transaction(async (tx) => {
      const attempt = job.kind === 'purge' ? 0 : job.attempt + 1;
      await put(LATER, { ...payload, attempt }, Math.max(1, Math.ceil(inSeconds)), tx);
      await boss.complete(job.kind, job, null, { db: forBoss(tx) });
    });
  }

  return {
    leaseSeconds,

    /** Part of the caller's transaction; `ring` the kinds once it is committed. */
    async enqueue(tx: Queryable, jobs: readonly NewJob[]): Promise<void> {
      for (const { payload, inSeconds } of inOneOrder(jobs)) await put(inSeconds > 0 ? LATER : payload.kind, payload, inSeconds, tx);
    },
    ring(jobs: readonly NewJob[]): void {
      for (const kind of new Set(jobs.map((job) => job.kind))) ring(kind);
    },

    async claim(kind: ReadyKind, limit: number): Promise<readonly Claimed[]> {
      const jobs = await boss.fetch<Payload>(kind, { batchSize: limit });
      return jobs.map((job) => ({ ...job.data, attempt: job.data.attempt + job.retryCount, id: job.id, retryCount: job.retryCount }));
    },
    async wakeSleepers(): Promise<void> {
      const due = await boss.fetch<Payload>(LATER, { batchSize: SLEEPERS_AT_ONCE });
      for (const job of due) {
        await sql.transaction(async (tx) => {
          await put(job.data.kind, job.data, 0, tx);
          await boss.complete(LATER, job, null, { db: forBoss(tx) });
        });
        ring(job.data.kind);
      }
    },
    finish: (job: Claimed) => (job.kind === 'purge' ? postpone(job, PURGE_EVERY_SECONDS) : settle(job)),
    postpone,
    async giveBack(job: Claimed, why: string): Promise<void> {
      if (job.kind === 'purge') await postpone(job, PURGE_EVERY_SECONDS); // never dead: the next hour tries again
      else await boss.fail(job.kind, job, { why });
    },
    async releaseOrphans(): Promise<number> {
      if (sql.engine !== 'pglite') return 0; // other instances may be at work: their leases decide
      let released = 0;
      for (const queue of [...READY, LATER]) {
        const ids = await activeIds(sql, queue);
        if (ids.length > 0) await boss.fail(queue, ids, { why: 'the process ended' });
        released += ids.length;
      }
      return released;
    },
    onReady(listener: (kind: ReadyKind) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Jobs by queue (`gather`, `present`, `purge`, `later`, `dead`): waiting, at work, failed for good. */
    async counts(): Promise<Readonly<Record<string, { waiting: number; active: number }>>> {
      const rows = await sql.query<{ name: string; waiting: number; active: number }>(
        `select name, (count(*) filter (where state < 'active'))::int as waiting,
                (count(*) filter (where state = 'active'))::int as active
           from ${QUEUE_SCHEMA}.job where name = any($1) group by name`,
        [[...READY, LATER, DEAD]],
      );
      const none = [...READY, LATER, DEAD].map((name) => [name, { waiting: 0, active: 0 }] as const);
      return Object.fromEntries([...none, ...rows.map(({ name, waiting, active }) => [name, { waiting, active }] as const)]);
    },
    async close(): Promise<void> {
      listeners.clear();
      await stop();
    },
  };
}

function makeBoss(sql: Sql, log: StoreLog, superviseSeconds: number): PgBoss {
  const boss = new PgBoss({
    db: forBoss(sql),
    backend: sql.engine,
    schema: QUEUE_SCHEMA,
    // We bring our own delays; cron, flows, the instance registry and index rebuilds have nothing to do here.
    schedule: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    persistWarnings: false,
    openTelemetry: { enabled: false },
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    maintenanceIntervalSeconds: 3_600,
    queueCacheIntervalSeconds: 3_600,
    bamIntervalSeconds: 3_600,
    flowIntervalSeconds: 3_600,
  });
  boss.on('error', (error: Error) => log.error({ reason: error.message }, 'The queue had trouble'));
  boss.on('warning', (warning: { message: string }) => log.warn({ reason: warning.message }, 'The queue warns'));
  return boss;
}

async function createQueues(boss: PgBoss, leaseSeconds: number, options: QueueOptions): Promise<void> {
  const settings = {
    expireInSeconds: leaseSeconds,
    retryLimit: options.retryLimit ?? 8,
    retryDelay: options.retryDelaySeconds ?? 2,
    retryBackoff: true,
    retryDelayMax: 120,
    retentionSeconds: 14 * DAY_SECONDS,
    deleteAfterSeconds: 3_600,
  };
  await boss.createQueue(DEAD, { retentionSeconds: 30 * DAY_SECONDS });
  for (const queue of [...READY, LATER]) {
    // `stately`: of one key at most one waits and one is active.
    await boss.createQueue(queue, { policy: 'stately', deadLetter: DEAD, ...settings });
    await boss.updateQueue(queue, settings);
    // Warms pg-boss's memory of the queue: looking it up inside our transaction would wait for our own connection.
    await boss.fetch(queue, { batchSize: 1, ignoreStartAfter: false, minPriority: 1_000 });
  }
}

/** pg-boss gives some statements several at once and without parameters; a row in the middle must not get lost. */
function forBoss(sql: Queryable) {
  return {
    executeSql: async (text: string, values?: unknown[]) => ({
      rows: values && values.length > 0 ? await sql.query(text, values as never) : await sql.script(text),
    }),
  };
}

function keyOf(payload: Payload): string {
  switch (payload.kind) {
    case 'gather': return `gather:${payload.caseId}`;
    case 'present': return `present:${payload.caseId}:${payload.surface}`;
    case 'purge': return 'purge';
  }
}

/** Always in the same order, so that two transactions never hold what the other waits for; one of each key. */
function inOneOrder(jobs: readonly NewJob[]): { payload: Payload; inSeconds: number }[] {
  const byKey = new Map<string, { payload: Payload; inSeconds: number }>();
  for (const job of jobs) {
    const inSeconds = job.kind === 'gather' ? (job.inSeconds ?? 0) : 0;
    const payload: Payload =
      job.kind === 'gather'
        ? { kind: 'gather', caseId: job.caseId, attempt: 0 }
        : { kind: 'present', caseId: job.caseId, surface: job.surface, attempt: 0 };
    byKey.set(`${inSeconds > 0 ? 'later' : 'now'} ${keyOf(payload)}`, { payload, inSeconds });
  }
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
}

async function activeIds(sql: Sql, queue: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select id::text as id from ${QUEUE_SCHEMA}.job where name = $1 and state = 'active'`,
    [queue],
  );
  return rows.map((row) => row.id);
}
