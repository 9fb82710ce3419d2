import type { Case, Person } from './case.ts';
import type { CaseDevice } from './case.ts';
import { plainWords } from './plain-words.ts';
import { showEverywhere } from './present-jobs.ts';
import type { StoryRooms } from './rooms.ts';

export interface Opening {
  readonly tenantId: string;
  readonly reporter: Person;
  /** The agent, when it is not the reporter who asks. */
  readonly openedBy?: Person;
  /** As written; cleaned and shortened here. */
  readonly words: string;
  /** Known already when it is about another laptop than the open case. */
  readonly device?: CaseDevice;
  /** Error codes met in the words; they are safe to keep in the timeline, the words are not. */
  readonly codes?: readonly string[];
}

/**
 * Opens a case and sends the bot to ask the world, or finds the open one of that person and device.
 * @returns `created: false` with the open case, untouched: whoever calls decides what saying it twice means.
 */
export async function openCase(rooms: StoryRooms, opening: Opening): Promise<{ case: Case; created: boolean }> {
  const { reporter, openedBy } = opening;
  return rooms.cases.openOrFind(
    {
      tenantId: opening.tenantId,
      reporter,
      ...(openedBy && { openedBy }),
      words: plainWords(opening.words),
      device: opening.device ?? {},
    },
    (born) => ({
      events: [
        {
          kind: 'opened',
          actor: (openedBy ?? reporter).aadObjectId,
          data: { by: openedBy ? 'helpdesk' : 'reporter', codes: (opening.codes ?? []).slice(0, 5) },
        },
      ],
      jobs: [{ kind: 'gather', caseId: born.id }, ...showEverywhere(born.id)],
    }),
  );
}
