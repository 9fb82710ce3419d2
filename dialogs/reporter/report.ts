import { openCase } from '../../bot/cases/open-case.ts';
import { sayAgain } from '../../bot/cases/say-again.ts';
import { nothing } from '../common/replies.ts';
import type { Case, Person, Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';

export interface Report {
  readonly person: Person;
  readonly words: string;
  readonly codes?: readonly string[];
}

/** Somebody can't sign in: opens their case, or goes on with the open one. The card comes by itself. */
export async function report(rooms: Rooms, told: Report): Promise<readonly Reply[]> {
  await openOrGoOn(rooms, told);
  return nothing;
}

export async function openOrGoOn(rooms: Rooms, { person, words, codes = [] }: Report): Promise<{ case: Case; created: boolean }> {
  const opened = await openCase(rooms, { tenantId: rooms.tenantId, reporter: person, words, codes });
  if (opened.created) return opened;
  const again = await sayAgain(rooms, opened.case.id, { actor: person.aadObjectId, how: 'report' });
  return { case: again ?? opened.case, created: false };
}
