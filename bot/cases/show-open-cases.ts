import type { StoryRooms } from './rooms.ts';

/** The triage channel has just become reachable: every open case gets its card there. Returns how many. */
export async function showOpenCases(rooms: StoryRooms): Promise<number> {
  const open = await rooms.cases.openCases(200);
  for (const { id } of open) {
    await rooms.cases.change(id, (c) =>
      c.state === 'closed' ? undefined : { patch: {}, events: [], jobs: [{ kind: 'present', caseId: id, surface: 'triage' }] },
    );
  }
  return open.length;
}
