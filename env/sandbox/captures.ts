import { stories } from './contoso/stories/index.ts';
import { printStatus } from './dsregcmd/print.ts';
import { timeless, timesAt } from './dsregcmd/times.ts';

/** What the person's laptop prints at `now`, agreeing with a tenant that was seeded at `seededAt`; undefined for an unknown slug. */
export function freshCapture(slug: string, { now, seededAt }: { now: Date; seededAt: Date }): string | undefined {
  const story = stories.find((candidate) => candidate.slug === slug);
  return story && printStatus(story.capture(timesAt(now, seededAt)));
}

/** The same without the rows that age, for the files kept in the repository. */
export function lastingCapture(slug: string): string | undefined {
  const story = stories.find((candidate) => candidate.slug === slug);
  return story && printStatus(story.capture(timeless));
}
