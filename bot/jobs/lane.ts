import type { ClaimedJob, JobKind, JobOutcome, JobQueue } from './queue.ts';
import type { WorkerLog } from './worker.ts';

/** All chores of one kind in this process: claims as many jobs as it has room for, and looks again whenever one is done. */
export interface Lane {
  readonly kind: JobKind;
  /** Something may be ready. Cheap to call often: looks are never stacked. */
  look(): void;
  stop(graceMs: number): Promise<void>;
}

interface LaneParts {
  readonly queue: JobQueue;
  readonly kind: JobKind;
  readonly limit: number;
  readonly run: (job: ClaimedJob, signal: AbortSignal) => Promise<JobOutcome>;
  readonly log: WorkerLog | undefined;
}

export function makeLane({ queue, kind, limit, run, log }: LaneParts): Lane {
  /** The chores, and the look that is on its way: stopping waits for both. */
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  let chores = 0;
  let isStopped = false;
  let isLooking = false;
  let looksAgain = false;

  function look(): void {
    looksAgain = true;
    if (isLooking || isStopped) return;
    isLooking = true;
    const looking = fill().finally(() => {
      isLooking = false;
      underWay.delete(looking);
    });
    underWay.add(looking);
  }

  async function fill(): Promise<void> {
    while (looksAgain && !isStopped) {
      looksAgain = false;
      const room = limit - chores;
      if (room <= 0) return; // the next one done looks again
      try {
        for (const job of await queue.claim(kind, room)) start(job);
      } catch (error) {
        // Sleepers tell of an outage; here it would be said once for every look.
        log?.warn({ kind, reason: reasonOf(error) }, 'Could not claim jobs');
      }
    }
  }

  function start(job: ClaimedJob): void {
    chores++;
    const doing = carryOut(job).finally(() => {
      chores--;
      underWay.delete(doing);
      look();
    });
    underWay.add(doing);
  }

  async function carryOut(job: ClaimedJob): Promise<void> {
    const lease = new AbortController();
    const timer = setTimeout(() => lease.abort(new Error('the lease is over')), queue.leaseSeconds * 1000);
    const signal = AbortSignal.any([lease.signal, stopping.signal]);
    try {
      const outcome = await Promise.race([run(job, signal), aborted(signal)]);
      if (outcome?.kind === 'later') await queue.postpone(job, outcome.retryAfterMs / 1000);
      else await queue.finish(job);
    } catch (error) {
      log?.warn({ kind, caseId: 'caseId' in job ? job.caseId : undefined, attempt: job.attempt, err: error }, 'A chore failed');
      // Should this fail too, the lease runs out by itself and the job is tried again.
      await queue.giveBack(job, reasonOf(error)).catch((reason: unknown) => log?.warn({ kind, reason: reasonOf(reason) }, 'Could not give a job back'));
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    kind,
    look,
    async stop(graceMs) {
      isStopped = true;
      const grace = setTimeout(() => stopping.abort(new Error('the process is stopping')), graceMs);
      while (underWay.size > 0) await Promise.all(underWay);
      clearTimeout(grace);
    },
  };
}

/** Rejects when the signal fires, and never otherwise. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** Kept with the job: the kind of the failure, and no message, which may name a person. */
function reasonOf(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ') || typeof error;
}
