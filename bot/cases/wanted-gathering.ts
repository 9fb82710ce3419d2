import type { Case, Progress } from './case.ts';

/** All readings waiting: the world is to be asked (again), and the reporter may see it. */
export function freshProgress(): Progress {
  return { directory: 'waiting', signIns: 'waiting', intune: 'waiting' };
}

/** Somebody counts on a gathering that has not come back yet. */
export function isGathering(c: Case): boolean {
  return c.progress.finishedAt === undefined;
}

/** A minute of slack: timers of a queue are early or late, and a look a little early is a look. */
const SLACK_MS = 60_000;

/** The bot announced that it would look again, and the time has come. */
export function isLookDue(c: Case, now: Date): boolean {
  const at = c.progress.looksAgainAt;
  return at !== undefined && Date.parse(at) - SLACK_MS <= now.getTime();
}

/** Long enough that something must have gone wrong on the way: a gathering has a deadline of 20 s. */
const STUCK_MS = 2 * 60_000;

export function isStuck(c: Case, now: Date): boolean {
  const since = c.progress.startedAt ?? c.updatedAt;
  return isGathering(c) && now.getTime() - Date.parse(since) > STUCK_MS;
}
