import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker, type WorkerOptions } from '../../bot/jobs/worker.ts';
import type { Chores, GatherJob, PresentJob } from '../../bot/jobs/queue.ts';
import type { NewJob } from '../../bot/cases/ports.ts';
import type { QueueOptions } from '../../bot/store/queue.ts';
import { onEachDatabase, openTestStore, type TestStore } from '../helpers/open-test-store.ts';

const gather = (caseId: string, inSeconds?: number): NewJob => ({ kind: 'gather', caseId, ...(inSeconds !== undefined && { inSeconds }) });
const present = (caseId: string): NewJob => ({ kind: 'present', caseId, surface: 'reporter' });

/** A door that a test holds shut until it has seen what it wants to see. */
function makeDoor(): { opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => { open = resolve; });
  return { opened, open };
}

async function until(holds: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    assert.ok(performance.now() < end, `not within ${withinMs} ms: ${holds.toString()}`);
    await sleep(5);
  }
}

onEachDatabase('the worker', (kind) => {
  let store: TestStore;
  let worker: { stop(graceMs: number): Promise<void> } | undefined;
  const fast: QueueOptions = { retryDelaySeconds: 1, retryLimit: 1, superviseSeconds: 1 };

  async function start(chores: Partial<Chores>, options: WorkerOptions = {}, queue: QueueOptions = fast): Promise<void> {
    store = await openTestStore(kind, { queue });
    worker = await startWorker(store.queue, { gather: async () => undefined, present: async () => undefined, ...chores }, options);
  }
  async function enqueue(...jobs: NewJob[]): Promise<void> {
    await store.sql.transaction((tx) => store.queue.enqueue(tx, jobs));
    store.queue.ring(jobs);
  }
  afterEach(async () => {
    await worker?.stop(2_000);
    await store?.close();
    worker = undefined;
  });

  it('starts a job within 50 ms of its commit, at the median', async () => {
    const committed = new Map<string, number>();
    const waits: number[] = [];
    await start({ gather: async (job) => void waits.push(performance.now() - committed.get(job.caseId)!) });
    for (let i = 0; i < 15; i++) {
      await store.sql.transaction((tx) => store.queue.enqueue(tx, [gather(`c${i}`)]));
      committed.set(`c${i}`, performance.now());
      store.queue.ring([gather(`c${i}`)]);
      await until(() => waits.length === i + 1);
    }
    assert.ok(waits.sort((a, b) => a - b)[7]! < 50, waits.join());
  });

  it('does not do the job of a transaction that was rolled back', async () => {
    const done: string[] = [];
    await start({ gather: async (job) => void done.push(job.caseId) });
    const rolledBack = store.sql.transaction(async (tx) => {
      await store.queue.enqueue(tx, [gather('never')]);
      throw new Error('rolled back');
    });
    await assert.rejects(rolledBack, /rolled back/);
    await enqueue(gather('yes'));
    await until(() => done.length > 0);
    assert.deepEqual(done, ['yes']);
  });

  it('finds jobs nobody told it of at its next look', async () => {
    const done: string[] = [];
    await start({ gather: async (job) => void done.push(job.caseId) });
    await store.sql.transaction((tx) => store.queue.enqueue(tx, [gather('elsewhere')]));
    await until(() => done.length === 1);
  });

  it('runs one job of a key at a time, and joins what is enqueued meanwhile into one more', async () => {
    const door = makeDoor();
    let running = 0;
    let most = 0;
    let runs = 0;
    await start({
      present: async () => {
        most = Math.max(most, ++running);
        if (++runs === 1) await door.opened;
        running--;
      },
    });
    await enqueue(present('c1'));
    await until(() => runs === 1);
    for (let i = 0; i < 10; i++) await enqueue(present('c1'));
    assert.deepEqual((await store.queue.counts())['present'], { waiting: 1, active: 1 });
    door.open();
    await until(() => runs === 2);
    await sleep(100);
    assert.deepEqual([runs, most], [2, 1]);
  });

  it('never starts a waiting job between a change that counts on it and its commit', async () => {
    if (kind !== 'postgres') return; // one connection: nobody can come in between
    let seen = '';
    await start({ gather: async () => { seen += (await store.sql.query<{ v: string }>('select v from helpdesk.probe'))[0]?.v; } });
    await store.sql.script(`create table helpdesk.probe (v text); insert into helpdesk.probe values ('old ')`);
    await store.sql.transaction(async (tx) => {
      // Somebody else's job for the same key is waiting, committed, and any worker may take it now.
      await store.sql.transaction((other) => store.queue.enqueue(other, [gather('c1')]));
      await tx.query(`update helpdesk.probe set v = 'new '`);
      await store.queue.enqueue(tx, [gather('c1')]);
      store.queue.ring([gather('c1')]);
      await sleep(200);
    });
    store.queue.ring([gather('c1')]);
    await until(() => seen.endsWith('new '));
  });

  it('does different keys side by side, up to its limit', async () => {
    const door = makeDoor();
    let running = 0;
    await start({ gather: async () => { running++; await door.opened; } }, { gathers: 3 });
    await enqueue(...['a', 'b', 'c', 'd', 'e'].map((id) => gather(id)));
    await until(() => running === 3);
    await sleep(100);
    assert.equal(running, 3);
    door.open();
    await until(() => running === 5);
  });

  it('keeps a delayed job until it is due, moves it when it is asked for anew, and lets an immediate one pass', async () => {
    const at: number[] = [];
    const from = performance.now();
    await start({ gather: async () => void at.push(performance.now() - from) });
    await enqueue(gather('c1', 60));
    await enqueue(gather('c1', 3));
    assert.deepEqual((await store.queue.counts())['later'], { waiting: 1, active: 0 });
    await enqueue(gather('c1'));
    await until(() => at.length === 1);
    assert.ok(at[0]! < 3_000, 'the immediate one does not wait for the delayed one');
    await until(() => at.length === 2);
    assert.ok(at[1]! >= 2_900, `${at[1]}`);
  });

  it('tries again when the chore asks for patience, and counts the tries', async () => {
    const attempts: number[] = [];
    await start({
      present: async (job: PresentJob) => {
        attempts.push(job.attempt);
        return job.attempt === 0 ? { kind: 'later', retryAfterMs: 300 } : { kind: 'done' };
      },
    });
    await enqueue(present('c1'));
    await until(() => attempts.length === 2);
    assert.deepEqual(attempts, [0, 1]);
    await until(async () => (await store.queue.counts())['present']?.active === 0);
    assert.deepEqual((await store.queue.counts())['dead'], { waiting: 0, active: 0 });
  });

  it('tries a failed job again with a delay, and keeps it with the dead after the last try', async function () {
    this.timeout(20_000);
    const attempts: number[] = [];
    const said: string[] = [];
    const log = { info() {}, warn: (_data: object, text: string) => void said.push(text), error() {} };
    await start({ gather: async (job) => { attempts.push(job.attempt); throw new Error('our mistake'); } }, { log });
    await enqueue(gather('c1'));
    await until(async () => (await store.queue.counts())['dead']?.waiting === 1, 10_000);
    assert.deepEqual(attempts, [0, 1]);
    assert.deepEqual(said, ['A chore failed', 'A chore failed']);
    const rows = await store.sql.query<{ text: string }>('select j::text as text from helpdesk_queue.job j');
    assert.equal(rows.some((row) => row.text.includes('our mistake')), false, 'messages may name people');
  });

  it('takes a job back when its lease is over, and tells the chore', async function () {
    this.timeout(20_000);
    const jobs: GatherJob[] = [];
    await start(
      { gather: async (job) => { jobs.push(job); if (jobs.length === 1) await new Promise(() => undefined); } },
      {}, { ...fast, leaseSeconds: 1 },
    );
    await enqueue(gather('c1'));
    await until(() => jobs.length === 2, 10_000);
    assert.equal(jobs[0]!.signal.aborted, true);
    assert.equal(jobs[1]!.signal.aborted, false);
  });

  it('does the job of a process that was killed once its lease is over', async function () {
    this.timeout(30_000);
    const done: number[] = [];
    store = await openTestStore(kind, { queue: { ...fast, leaseSeconds: 1 } });
    await enqueue(gather('c1'), present('c2'));
    // A process that claims and is never heard of again.
    assert.equal((await store.queue.claim('gather', 1)).length, 1);
    assert.equal((await store.queue.claim('gather', 1)).length, 0);
    worker = await startWorker({ ...store.queue, releaseOrphans: async () => 0 }, {
      gather: async (job) => void done.push(job.attempt),
      present: async () => undefined,
    });
    await until(() => done.length === 1, 15_000);
    assert.deepEqual(done, [1]);
  });

  it('does the job of a killed process at once on the embedded database, where nobody else can be at work', async () => {
    if (kind !== 'pglite') return;
    const done: string[] = [];
    store = await openTestStore(kind, { queue: { retryDelaySeconds: 1 } });
    await enqueue(gather('c1'));
    await store.queue.claim('gather', 1);
    worker = await startWorker(store.queue, { gather: async (job) => void done.push(job.caseId), present: async () => undefined });
    await until(() => done.length === 1);
  });

  it('lets a late answer for a lost lease change nothing', async function () {
    this.timeout(20_000);
    store = await openTestStore(kind, { queue: { ...fast, leaseSeconds: 1, retryLimit: 5 } });
    await enqueue(gather('c1'));
    const [lost] = await store.queue.claim('gather', 1);
    let again = await store.queue.claim('gather', 1);
    await until(async () => (again = await store.queue.claim('gather', 1)).length === 1, 15_000);
    await store.queue.finish(lost!);
    assert.equal((await store.queue.counts())['gather']?.active, 1);
    await store.queue.finish(again[0]!);
    assert.equal((await store.queue.counts())['gather']?.active, 0);
  });

  it('stops: finishes what it can, gives back what it cannot, claims nothing more', async () => {
    const door = makeDoor();
    const ended: string[] = [];
    let started = 0;
    await start({
      gather: async (job) => {
        started++;
        if (job.caseId === 'slow') await new Promise(() => undefined);
        else await door.opened;
        ended.push(job.caseId);
      },
    });
    await enqueue(gather('quick'), gather('slow'));
    await until(() => started === 2);
    setTimeout(() => door.open(), 50);
    const asked = performance.now();
    await worker!.stop(300);
    assert.ok(performance.now() - asked < 2_000);
    assert.deepEqual(ended, ['quick']);
    await enqueue(gather('new'));
    await sleep(50);
    const { active, waiting } = (await store.queue.counts())['gather']!;
    assert.deepEqual([active, waiting, started], [0, 2, 2]);
  });

  it('cleans up once at the start and comes back for it in an hour', async () => {
    let purges = 0;
    await start({ purge: async () => void purges++ });
    await until(() => purges === 1);
    await until(async () => (await store.queue.counts())['later']?.waiting === 1);
    assert.deepEqual((await store.queue.counts())['purge'], { waiting: 0, active: 0 });
  });

  it('waits out a database that does not answer, and says so once', async () => {
    const said: string[] = [];
    const log = { info: (_: object, text: string) => void said.push(text), warn() {}, error: (_: object, text: string) => void said.push(text) };
    store = await openTestStore(kind, { queue: fast });
    let isDown = true;
    const done: string[] = [];
    worker = await startWorker(
      {
        ...store.queue,
        claim: async (kind, limit) => { if (isDown) throw new Error('down'); return store.queue.claim(kind, limit); },
        wakeSleepers: async () => { if (isDown) throw new Error('down'); },
      },
      { gather: async (job) => void done.push(job.caseId), present: async () => undefined },
      { log, lookEveryMs: 20 },
    );
    await enqueue(gather('c1'));
    await sleep(150);
    isDown = false;
    await until(() => done.length === 1);
    assert.deepEqual(said, ['The queue does not answer; trying again every look', 'The queue answers again']);
  });
});
