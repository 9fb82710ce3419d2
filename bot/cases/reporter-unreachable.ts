import type { Case } from './case.ts';
import { showEverywhere } from './present-jobs.ts';
import type { StoryRooms } from './rooms.ts';

/**
 * The person can no longer be reached in their chat (bot blocked or removed): the helpdesk is told on its card, once.
 * Writing to the bot again ends it.
 */
export async function noteUnreachable(rooms: StoryRooms, caseId: string, reason: string): Promise<Case | undefined> {
  return rooms.cases.change(caseId, (c) => {
    if (c.reporterUnreachableSince !== undefined || c.state === 'closed') return undefined;
    return {
      patch: {
        reporterUnreachableSince: rooms.clock().toISOString(),
        ...(c.holder.kind === 'reporter' ? { holder: { kind: 'helpdesk' } } : {}),
      },
      events: [{ kind: 'handed', actor: 'bot', data: { to: 'helpdesk', because: 'reporter-unreachable', reason } }],
      jobs: [{ kind: 'present', caseId: c.id, surface: 'triage' }],
    };
  });
}

/** Somebody who was out of reach is back: their cards are drawn again. */
export async function noteReachable(rooms: StoryRooms, aadObjectId: string): Promise<void> {
  for (const c of await rooms.cases.casesOf(aadObjectId)) {
    if (c.state === 'closed') continue;
    await rooms.cases.change(c.id, (now) => ({
      patch: now.reporterUnreachableSince ? { reporterUnreachableSince: null } : {},
      events: [],
      jobs: showEverywhere(c.id),
    }));
  }
}
