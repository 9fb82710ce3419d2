import type { Verb } from '../../cards/index.ts';
import type { Case, Rooms } from '../rooms.ts';
import type { Turn } from '../turn.ts';

/** A button press of which everything is known: whose case, and that the card is the one to press on. */
export interface Click {
  readonly turn: Turn;
  readonly verb: Verb;
  readonly data: Readonly<Record<string, unknown>>;
  readonly case?: Case;
}

export type Checked = { readonly kind: 'fine'; readonly case?: Case } | { readonly kind: 'refused'; readonly why: string };

/** Ids are ours and short; anything else in their place is not looked up. */
const CASE_ID = /^[\w-]{1,64}$/;

export const words = {
  unknown: 'I don’t know this button any more. Write “status” to see your case.',
  foreign: 'This card belongs to someone else’s case, so I did nothing.',
  stale: 'This card is an older copy. Please use the newest one; “status” brings it here.',
  closed: (c: Case) => `Case ${c.number} is closed, so nothing was changed. Write “I can’t sign in” to open a new one.`,
} as const;

/**
 * Whether a click may do something: only on a case of the person who clicks, and only from the message that the store
 * knows as this case's newest card in this very chat. Cards sent as an answer (help, questions, a list) are not in the
 * store: in the person's own chat with the bot nobody else can have put them there.
 */
export async function checkClick(rooms: Rooms, turn: Turn): Promise<Checked> {
  if (turn.said.kind !== 'action') return { kind: 'refused', why: words.unknown };
  const { data, cardActivityId } = turn.said;
  const caseId = data.caseId;
  if (caseId === undefined) return { kind: 'fine' };
  if (typeof caseId !== 'string' || !CASE_ID.test(caseId)) return { kind: 'refused', why: words.unknown };
  const c = await rooms.cases.find(caseId);
  if (!c) return { kind: 'refused', why: words.unknown };
  if (c.reporter.aadObjectId !== turn.person.aadObjectId) return { kind: 'refused', why: words.foreign };
  const post = cardActivityId === undefined ? undefined : await rooms.posts.findByActivity(turn.place.conversationId, cardActivityId);
  if (post) {
    if (post.caseId !== c.id || post.surface !== 'reporter') return { kind: 'refused', why: words.foreign };
    const newest = await rooms.posts.find(c.id, 'reporter');
    const isNewest = newest?.activityId === post.activityId && newest.conversationId === post.conversationId;
    if (!isNewest) return { kind: 'refused', why: words.stale };
  }
  return { kind: 'fine', case: c };
}
