/**
 * What the clock needs of a queue. A job is a row that waits its time; a chore is the code for it; an attempt is one
 * try. Jobs are done at least once, one at a time for one key, and in several processes at once if there are several.
 */
import type { NewJob } from '../cases/ports.ts';
import type { Outcome } from './outcome.ts';

interface Attempt {
  /** The queue's own name for this attempt. */
  readonly id: string;
  /** 0 on the first try; tries after a failure and tries the chore asked for itself are counted together. */
  readonly attempt: number;
}

/** A job as its chore gets it. `signal` fires when the lease is over or the process is asked to stop. */
export type GatherJob = Omit<Extract<NewJob, { kind: 'gather' }>, 'inSeconds'> & Attempt & { readonly signal: AbortSignal };
export type PresentJob = Extract<NewJob, { kind: 'present' }> & Attempt & { readonly signal: AbortSignal };

/** Nothing or `done` when it is done; `later` is no failure and costs no try. */
export type JobOutcome = Outcome | void;

export interface Chores {
  gather(job: GatherJob): Promise<JobOutcome>;
  present(job: PresentJob): Promise<JobOutcome>;
  /** Deletes what has been kept long enough; once an hour in the whole house. */
  readonly purge?: () => Promise<void>;
}

export type JobKind = 'gather' | 'present' | 'purge';

/** A claimed job: nobody else has it until its lease is over. */
export type ClaimedJob = Attempt &
  (
    | { readonly kind: 'gather'; readonly caseId: string }
    | { readonly kind: 'present'; readonly caseId: string; readonly surface: PresentJob['surface'] }
    | { readonly kind: 'purge' }
  );

export interface JobQueue {
  /** A chore must be through within this time; then the job is taken from it and tried again. */
  readonly leaseSeconds: number;
  /** At most `limit` jobs whose time has come, oldest first; never two of one key, never one beside an active one. */
  claim(kind: JobKind, limit: number): Promise<readonly ClaimedJob[]>;
  /** Makes the jobs whose delay is over ready to be claimed. */
  wakeSleepers(): Promise<void>;
  /** The chore is done. Does nothing when the lease was lost meanwhile. */
  finish(job: ClaimedJob): Promise<void>;
  /** The chore is to be tried again, not before so many seconds; a change in between does not wait for it. */
  postpone(job: ClaimedJob, inSeconds: number): Promise<void>;
  /** The try failed: again with growing delays, and to the dead letters after the last one. */
  giveBack(job: ClaimedJob, why: string): Promise<void>;
  /** Jobs of a process that is known to be gone (the embedded database has one process at a time) are ready at once. */
  releaseOrphans(): Promise<number>;
  /** Calls back when a job was committed in this process, so that nobody waits for the next look. */
  onReady(listener: (kind: JobKind) => void): () => void;
}
