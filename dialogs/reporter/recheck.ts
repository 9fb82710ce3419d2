import { recheckCase, type Recheck } from '../../bot/cases/recheck.ts';
import { openCasesOf } from '../common/open-cases.ts';
import { text } from '../common/replies.ts';
import type { Person, Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';

/** "Done, check again": reads the world anew for the case that moved last. */
export async function recheck(rooms: Rooms, person: Person): Promise<readonly Reply[]> {
  const [current] = await openCasesOf(rooms, person);
  if (!current) return [text('You have no open case with me. If you can’t sign in, just write “I can’t sign in”.')];
  return [text(recheckWords(await recheckCase(rooms, current.id)))];
}

export function recheckWords(outcome: Recheck): string {
  switch (outcome.kind) {
    case 'looking':
      return 'I’m looking again. Your card changes by itself when I know more. A new sign-in shows in the log only after some minutes.';
    case 'looking-already':
      return 'I’m still looking. Your card changes by itself.';
    case 'just-looked':
      return 'I have just looked. Please try to sign in once on the laptop, wait two minutes, and ask me again.';
    case 'closed':
      return 'This case is closed. If it happens again, write “I can’t sign in”.';
  }
}
