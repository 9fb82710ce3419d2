import { addCapture } from '../../bot/cases/add-capture.ts';
import { readCapture } from '../../bot/diagnosis/dsregcmd/read-capture.ts';
import { looksLikeCapture } from '../../bot/diagnosis/dsregcmd/looks-like-capture.ts';
import { triageCard } from '../../cards/index.ts';
import { card, text } from '../common/replies.ts';
import { secretWarning } from '../common/secret-warning.ts';
import { cannotUse } from '../common/unreadable.ts';
import type { Case, Person, Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';
import { secretIn } from '../understand/secrets.ts';

/** "case 1042": the case as it is now. */
export async function showCase(rooms: Rooms, number: number): Promise<readonly Reply[]> {
  const c = await rooms.cases.findByNumber(rooms.tenantId, number);
  return c ? [asCard(rooms, c)] : [text(`I find no case ${number}. “open cases” shows which there are.`)];
}

/** "case 1042" with an output below it: how the helpdesk brings the elevated run. */
export async function captureForCase(
  rooms: Rooms,
  agent: Person,
  { number, rest }: { readonly number: number; readonly rest: string },
): Promise<readonly Reply[]> {
  const secret = secretIn(rest);
  if (secret) return [text(secretWarning(secret))];
  if (!looksLikeCapture(rest)) return showCase(rooms, number);
  const c = await rooms.cases.findByNumber(rooms.tenantId, number);
  if (!c) return [text(`I find no case ${number}. “open cases” shows which there are.`)];
  if (c.state === 'closed') return [text(`Case ${number} is closed, so I kept nothing.`)];
  const capture = readCapture(rest);
  if ('kind' in capture) return [text(cannotUse('this text', capture.reason))];
  const after = await addCapture(rooms, c.id, { text: rest, origin: 'text', actor: agent.aadObjectId, anew: false });
  return [asCard(rooms, after ?? c)];
}

export function asCard(rooms: Rooms, c: Case): Reply {
  return card(triageCard(c, rooms.frame, rooms.clock().toISOString()));
}
