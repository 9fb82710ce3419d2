import { helpCard, questionsCard } from '../../cards/index.ts';
import { openCasesOf } from '../common/open-cases.ts';
import { card, text } from '../common/replies.ts';
import type { Person, Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';
import { understand } from '../understand/understand.ts';

/** A picture came. What was written with it counts; the picture itself can't be read, and four questions take its place. */
export async function pictures(
  rooms: Rooms,
  person: Person,
  sent: { readonly text: string; readonly count: number },
  otherwise: (words: string) => Promise<readonly Reply[]>,
): Promise<readonly Reply[]> {
  const wish = understand(sent.text);
  const answer = wish.kind === 'empty' || wish.kind === 'unclear' || wish.kind === 'emoji' ? [] : await otherwise(sent.text);
  const [current] = await openCasesOf(rooms, person);
  const sorry = sent.count === 1 ? 'I can’t read pictures yet, sorry.' : 'I can’t read pictures yet, sorry, none of them.';
  if (current) {
    return [...answer, text(`${sorry} You can paste the text instead, or answer these few questions.`), card(questionsCard(current, rooms.frame))];
  }
  if (answer.length > 0) return [...answer, text(sorry)];
  return [text(`${sorry} If it shows an error at sign-in, please write me its code, such as CAA50021.`), card(helpCard(rooms.frame))];
}
