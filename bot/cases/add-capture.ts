import { readCapture } from '../diagnosis/dsregcmd/read-capture.ts';
import type { Case } from './case.ts';
import { judgeCase } from './judge-case.ts';
import { isPartial } from './pieces.ts';
import type { StoryRooms } from './rooms.ts';
import type { GivenCapture } from './words.ts';

export interface Giving {
  readonly text: string;
  readonly origin: GivenCapture['origin'];
  readonly actor: string;
  /** It came as a message: the card shall follow below it. */
  readonly anew: boolean;
}

/** The same text within this time is the same act, delivered or pressed twice. */
const SAME_ACT_MS = 10 * 60_000;

/**
 * Adds an output to a case. It is safe in the store before anybody judges it.
 * @returns the case afterwards, as it is when it was closed meanwhile.
 */
export async function addCapture(rooms: StoryRooms, caseId: string, giving: Giving): Promise<Case | undefined> {
  if (await isGivenAlready(rooms, caseId, giving.text)) {
    return judgeCase(rooms, caseId, { occasion: 'repeat', anew: giving.anew });
  }
  const capture = readCapture(giving.text);
  const kept = await rooms.cases.change(caseId, (c) => {
    if (c.state === 'closed') return undefined;
    return {
      patch: c.reporterUnreachableSince ? { reporterUnreachableSince: null } : {},
      events: [
        {
          kind: 'capture-received',
          actor: giving.actor,
          data: { origin: giving.origin, isPart: !('kind' in capture) && isPartial(capture) },
        },
      ],
      jobs: [],
      addCapture: { text: giving.text, origin: giving.origin },
    };
  });
  if (!kept || kept.state === 'closed') return kept;
  return judgeCase(rooms, caseId, { occasion: 'capture', anew: giving.anew });
}

async function isGivenAlready(rooms: StoryRooms, caseId: string, text: string): Promise<boolean> {
  const last = (await rooms.cases.captures(caseId)).at(-1);
  if (!last || last.text !== text) return false;
  return rooms.clock().getTime() - Date.parse(last.receivedAt) < SAME_ACT_MS;
}
