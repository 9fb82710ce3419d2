import { sayAgain } from '../../bot/cases/say-again.ts';
import { helpCard, questionsCard, welcomeCard } from '../../cards/index.ts';
import { openCasesOf } from '../common/open-cases.ts';
import { card, nothing, text } from '../common/replies.ts';
import { whatWeWaitFor } from '../common/what-we-wait-for.ts';
import type { Person, Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';

/** "Hello": who is expected here (an agent opened a case for them) gets their card, everybody else a welcome. */
export async function greeting(rooms: Rooms, person: Person): Promise<readonly Reply[]> {
  const open = await openCasesOf(rooms, person);
  for (const c of open) await sayAgain(rooms, c.id, { actor: person.aadObjectId, how: 'status' });
  return open.length > 0 ? nothing : [card(welcomeCard(rooms.frame))];
}

export async function thanks(rooms: Rooms, person: Person): Promise<readonly Reply[]> {
  const [current] = await openCasesOf(rooms, person);
  return [text(current ? `You’re welcome. ${whatWeWaitFor(current)}` : 'You’re welcome. I’m here if you need me.')];
}

/** Yes, no, a picture character, or words we don't understand: where the case stands is the best answer. */
export async function anythingElse(rooms: Rooms, person: Person, how: 'short' | 'upset' | 'unclear'): Promise<readonly Reply[]> {
  const [current] = await openCasesOf(rooms, person);
  const first = { short: '', upset: 'I’m sorry, this is no fun. We’ll get there. ', unclear: 'I’m not sure what you mean. ' }[how];
  if (current) return [text(first + whatWeWaitFor(current))];
  return how === 'unclear'
    ? [text('I’m not sure what you mean. I help when Windows or Office won’t let you sign in.'), card(helpCard(rooms.frame))]
    : [text(`${first}I help when Windows or Office won’t let you sign in. Write “I can’t sign in”, or “help”.`)];
}

/** A long text without the laptop's lines in it: said kindly, nothing is kept. */
export async function uselessPaste(rooms: Rooms, person: Person): Promise<readonly Reply[]> {
  const [current] = await openCasesOf(rooms, person);
  const sorry = 'I read your text, but found neither an error code nor the output of dsregcmd /status in it, so I kept nothing.';
  return [text(current ? `${sorry} ${whatWeWaitFor(current)}` : `${sorry} If you can’t sign in, write “I can’t sign in”.`)];
}

export async function talkToPerson(rooms: Rooms, person: Person): Promise<readonly Reply[]> {
  const [current] = await openCasesOf(rooms, person);
  return [
    text(
      current
        ? `Your helpdesk sees case ${current.number} with everything I found. Call them and give them that number, so you need not explain anything twice.`
        : 'Please call your helpdesk. If it is about signing in on your laptop, write “I can’t sign in” first: then they see at once what I found.',
    ),
  ];
}

/** For who can't paste: the questions. Without a case there is nothing yet to ask about. */
export async function askQuestions(rooms: Rooms, person: Person): Promise<readonly Reply[]> {
  const [current] = await openCasesOf(rooms, person);
  if (current) return [card(questionsCard(current, rooms.frame))];
  return [text('Gladly. Write “I can’t sign in” first, then I open a case and ask only what I can’t look up.')];
}
