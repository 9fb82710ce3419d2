import { giveCapture, type Gift, type Given } from '../../bot/cases/give-capture.ts';
import { cannotUse } from '../common/unreadable.ts';
import { nothing, text } from '../common/replies.ts';
import type { Person, Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';

/** Somebody pasted the text of the laptop: the case's card follows below it. */
export async function captureText(rooms: Rooms, person: Person, words: string): Promise<readonly Reply[]> {
  const given = await give(rooms, { person, text: words, origin: 'text', anew: true });
  return given.kind === 'kept' ? nothing : [text(cannotUse('your message', given.reason))];
}

export function give(rooms: Rooms, gift: Omit<Gift, 'tenantId'>): Promise<Given> {
  return giveCapture(rooms, { ...gift, tenantId: rooms.tenantId });
}
