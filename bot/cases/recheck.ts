import type { Case } from './case.ts';
import { showReporter } from './present-jobs.ts';
import type { StoryRooms } from './rooms.ts';
import { freshProgress, isGathering, isStuck } from './wanted-gathering.ts';

/** Graph is a shared resource: the same question is not asked more often than this for one case. */
const NOT_BEFORE_MS = 20_000;

export type Recheck =
  | { readonly kind: 'looking'; readonly case: Case }
  | { readonly kind: 'looking-already' | 'just-looked'; readonly case: Case }
  | { readonly kind: 'closed' };

/** The person did something and wants to know whether it helped: read the world again. The verdict stands meanwhile. */
export async function recheckCase(rooms: StoryRooms, caseId: string): Promise<Recheck> {
  let outcome: 'looking' | 'looking-already' | 'just-looked' = 'looking';
  const after = await rooms.cases.change(caseId, (c) => {
    if (c.state === 'closed') return undefined;
    const now = rooms.clock();
    if (isGathering(c) && !isStuck(c, now)) {
      outcome = 'looking-already';
      return undefined;
    }
    if (c.progress.finishedAt !== undefined && now.getTime() - Date.parse(c.progress.finishedAt) < NOT_BEFORE_MS) {
      outcome = 'just-looked';
      return undefined;
    }
    outcome = 'looking';
    return {
      patch: { progress: freshProgress() },
      events: [],
      jobs: [{ kind: 'gather', caseId: c.id }, ...showReporter(c.id)],
    };
  });
  if (!after || after.state === 'closed') return { kind: 'closed' };
  return { kind: outcome, case: after };
}
