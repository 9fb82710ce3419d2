import { makeLane, type Lane } from './lane.ts';
import type { Chores, ClaimedJob, JobOutcome, JobQueue } from './queue.ts';

export interface WorkerLog {
  info(data: object, text: string): void;
  warn(data: object, text: string): void;
  error(data: object, text: string): void;
}

export interface WorkerOptions {
  readonly log?: WorkerLog;
  /** How many chores of a kind run at once. Default: 4 gathers, 8 presents. */
  readonly gathers?: number;
  readonly presents?: number;
  /** How often it looks for jobs nobody told it of (other instances, delays, retries). Default 1000. */
  readonly lookEveryMs?: number;
}

const LOOK_FOR_PURGE_MS = 60_000;

/**
 * Starts doing jobs: those committed in this process at once, all others at the next look.
 * @returns `stop`, which claims nothing more, waits at most `graceMs` for the chores under way, aborts the rest and
 *   gives their jobs back, so that another process (or the next start) has them soon
 */
export async function startWorker(
  queue: JobQueue,
  chores: Chores,
  options: WorkerOptions = {},
): Promise<{ stop(graceMs: number): Promise<void> }> {
  const { log } = options;
  const orphans = await queue.releaseOrphans();
  if (orphans > 0) log?.info({ jobs: orphans }, 'Jobs of a process that ended in the middle will be done again');

  const { purge } = chores;
  const lanes: Lane[] = [
    makeLane({ queue, kind: 'gather', limit: options.gathers ?? 4, run: (job, signal) => runGather(chores, job, signal), log }),
    makeLane({ queue, kind: 'present', limit: options.presents ?? 8, run: (job, signal) => runPresent(chores, job, signal), log }),
  ];
  if (purge) lanes.push(makeLane({ queue, kind: 'purge', limit: 1, run: () => purge(), log }));

  const unsubscribe = queue.onReady((kind) => lanes.find((lane) => lane.kind === kind)?.look());
  const sleepers = makeSleepers(queue, log);
  const timers = [
    setInterval(() => void sleepers().then((answers) => answers && lookAll(lanes, 'gather', 'present')), options.lookEveryMs ?? 1_000),
    setInterval(() => lookAll(lanes, 'purge'), LOOK_FOR_PURGE_MS),
  ];
  lookAll(lanes, 'gather', 'present', 'purge');

  return {
    async stop(graceMs) {
      timers.forEach((timer) => clearInterval(timer));
      unsubscribe();
      await Promise.all(lanes.map((lane) => lane.stop(graceMs)));
    },
  };
}

function lookAll(lanes: readonly Lane[], ...kinds: readonly Lane['kind'][]): void {
  for (const lane of lanes) if (kinds.includes(lane.kind)) lane.look();
}

async function runGather(chores: Chores, job: ClaimedJob, signal: AbortSignal): Promise<JobOutcome> {
  if (job.kind !== 'gather') return;
  return chores.gather({ ...job, signal });
}

async function runPresent(chores: Chores, job: ClaimedJob, signal: AbortSignal): Promise<JobOutcome> {
  if (job.kind !== 'present') return;
  return chores.present({ ...job, signal });
}

/** One look at a time, and one line in the log for a whole outage. Answers whether the queue answered. */
function makeSleepers(queue: JobQueue, log: WorkerLog | undefined): () => Promise<boolean> {
  let isLooking = false;
  let isBroken = false;
  return async () => {
    if (isLooking) return false;
    isLooking = true;
    try {
      await queue.wakeSleepers();
      if (isBroken) log?.info({}, 'The queue answers again');
      isBroken = false;
    } catch (error) {
      if (!isBroken) log?.error({ err: error }, 'The queue does not answer; trying again every look');
      isBroken = true;
    } finally {
      isLooking = false;
    }
    return !isBroken;
  };
}
