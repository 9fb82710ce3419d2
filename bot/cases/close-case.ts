import type { Case, Closing } from './case.ts';
import { showEverywhere } from './present-jobs.ts';
import type { StoryRooms } from './rooms.ts';

/** Closes a case; one that is closed already stays closed as it was. */
export async function closeCase(
  rooms: StoryRooms,
  caseId: string,
  how: Closing & { readonly actor: string },
): Promise<Case | undefined> {
  const { actor, ...closing } = how;
  return rooms.cases.change(caseId, (c) => {
    if (c.state === 'closed') return undefined;
    return {
      patch: {
        state: 'closed',
        closing,
        closedAt: rooms.clock().toISOString(),
        asking: null,
        progress: { ...c.progress, looksAgainAt: undefined },
      },
      events: [{ kind: 'closed', actor, data: { reason: closing.reason, by: closing.by } }],
      jobs: showEverywhere(c.id),
    };
  });
}
