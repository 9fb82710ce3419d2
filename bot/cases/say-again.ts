import type { Case } from './case.ts';
import { showEverywhere, showReporter } from './present-jobs.ts';
import type { StoryRooms } from './rooms.ts';
import { freshProgress, isStuck } from './wanted-gathering.ts';

/** The card was drawn so shortly ago that it is still the last thing in the chat (or on its way). */
const JUST_NOW_MS = 15_000;

/**
 * The same trouble told again (or its state asked for): the same case, its card anew at the end of the chat. A gathering
 * that got lost on the way is started again. A closed case stays as it is.
 */
export async function sayAgain(
  rooms: StoryRooms,
  caseId: string,
  { actor, how }: { actor: string; how: 'report' | 'status' },
): Promise<Case | undefined> {
  return rooms.cases.change(caseId, (c) => {
    if (c.state === 'closed') return undefined;
    const now = rooms.clock();
    const isStillThere = now.getTime() - Date.parse(c.openedAt) < JUST_NOW_MS && how === 'report';
    const isLost = isStuck(c, now);
    return {
      patch: {
        ...(isStillThere ? {} : { anchor: c.anchor + 1 }),
        ...(isLost ? { progress: freshProgress() } : {}),
        ...(c.reporterUnreachableSince ? { reporterUnreachableSince: null } : {}),
      },
      events: [{ kind: 'said-again', actor, data: { how } }],
      jobs: [
        ...(isLost ? [{ kind: 'gather', caseId: c.id } as const] : []),
        ...(c.reporterUnreachableSince ? showEverywhere(c.id) : showReporter(c.id)),
      ],
    };
  });
}
