import { openCase } from '../../bot/cases/open-case.ts';
import { codesIn } from '../../bot/diagnosis/codes/codes-in.ts';
import { openedForCard } from '../../cards/index.ts';
import { card, text } from '../common/replies.ts';
import { secretWarning } from '../common/secret-warning.ts';
import type { Person, Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';
import { secretIn } from '../understand/secrets.ts';

/** An agent opens a case for somebody who called or stands at the desk. */
export async function openCaseFor(
  rooms: Rooms,
  agent: Person,
  { who, words }: { readonly who: string; readonly words: string },
): Promise<readonly Reply[]> {
  const secret = secretIn(words);
  if (secret) return [text(secretWarning(secret))];
  if (!who.includes('@')) return [text('Please give the person’s sign-in address: open case for name@company.com')];
  const found = await rooms.directory.findUser(who);
  if (found === 'could-not-check') return [text('The directory isn’t answering at the moment. Please try again in a few minutes; nothing was opened.')];
  if (found === 'not-found' || found.id === undefined) return [text('I find nobody with that address in our directory. Please check the spelling; nothing was opened.')];
  if (found.userType?.toLowerCase() === 'guest') return [text('That person is a guest here. Their own organisation has to help them; nothing was opened.')];
  const reporter: Person = {
    aadObjectId: found.id,
    name: found.displayName ?? 'Name unknown',
    ...(found.userPrincipalName && { userPrincipalName: found.userPrincipalName }),
  };
  const openedBy = reporter.aadObjectId === agent.aadObjectId ? undefined : agent;
  const opening = { tenantId: rooms.tenantId, reporter, words, codes: codesIn(words) };
  const { case: c, created } = await openCase(rooms, { ...opening, ...(openedBy && { openedBy }) });
  if (created) return [card(openedForCard(c, rooms.frame))];
  return [text(`There is an open case already: ${c.number}. Write “case ${c.number}” to see it.`)];
}
