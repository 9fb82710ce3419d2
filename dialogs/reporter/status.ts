import { sayAgain } from '../../bot/cases/say-again.ts';
import { casesCard } from '../../cards/index.ts';
import { openCasesOf } from '../common/open-cases.ts';
import { card, nothing } from '../common/replies.ts';
import type { Person, Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';

/** One open case comes again as its own card, below; several, or none, as a list. */
export async function status(rooms: Rooms, person: Person): Promise<readonly Reply[]> {
  const open = await openCasesOf(rooms, person);
  const [only] = open;
  if (only && open.length === 1) {
    await sayAgain(rooms, only.id, { actor: person.aadObjectId, how: 'status' });
    return nothing;
  }
  const all = await rooms.cases.casesOf(person.aadObjectId, 6);
  const mine = all.filter((c) => c.reporter.aadObjectId === person.aadObjectId);
  return [card(casesCard(open.length > 0 ? open : mine, rooms.frame, rooms.clock().toISOString()))];
}
