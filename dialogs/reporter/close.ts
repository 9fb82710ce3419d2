import { closeCase } from '../../bot/cases/close-case.ts';
import { openCasesOf } from '../common/open-cases.ts';
import { text } from '../common/replies.ts';
import type { Person, Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';

/** "It works now": the reporter's word closes the case that moved last. */
export async function solved(rooms: Rooms, person: Person): Promise<readonly Reply[]> {
  const [current] = await openCasesOf(rooms, person);
  if (!current) return [text('Glad to hear it. You have no open case with me; if it happens again, write “I can’t sign in”.')];
  await closeCase(rooms, current.id, { reason: 'reporter-says-solved', by: 'reporter', actor: person.aadObjectId });
  return [text(`Glad it works again. Case ${current.number} is closed; if it comes back, write “I can’t sign in”.`)];
}

/** "Never mind": the reporter withdraws. */
export async function withdraw(rooms: Rooms, person: Person): Promise<readonly Reply[]> {
  const [current] = await openCasesOf(rooms, person);
  if (!current) return [text('All right. You have no open case with me. Write “I can’t sign in” whenever you need me.')];
  await closeCase(rooms, current.id, { reason: 'withdrawn', by: 'reporter', actor: person.aadObjectId });
  return [text(`All right, case ${current.number} is closed. Write “I can’t sign in” to open a new one at any time.`)];
}
