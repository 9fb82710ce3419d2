import { showOpenCases } from '../../bot/cases/show-open-cases.ts';
import { adviceCard, verbs } from '../../cards/index.ts';
import { adviceOn } from '../common/advice.ts';
import { card, nothing, notice, text } from '../common/replies.ts';
import type { Rooms } from '../rooms.ts';
import type { Reply, Turn } from '../turn.ts';
import { understand } from '../understand/understand.ts';
import { agentCommand } from './command.ts';
import { openCaseFor } from './open-case-for.ts';
import { openCases } from './open-cases.ts';
import { asCard, captureForCase } from './show-case.ts';

const HELP =
  'Every case has one card here that changes by itself. Mention me and write: ' +
  '“open cases” for the overview, “case 1042” for one of them, “open case for name@company.com” when somebody calls (add what they see). ' +
  'To bring an elevated run, write “case 1042” and paste the output below it.';

/** The triage channel: whoever writes here is an agent of the helpdesk. */
export async function agent(rooms: Rooms, turn: Turn): Promise<readonly Reply[]> {
  const { said } = turn;
  switch (said.kind) {
    case 'text':
      return command(rooms, turn, said.text);
    case 'files':
    case 'pictures':
      return [text('I don’t read files or pictures here. Please paste the text below “case” and its number.')];
    case 'action':
      return [await button(rooms, said.verb, said.data)];
    case 'edited':
    case 'reaction':
      return nothing;
    case 'installed':
      await showOpenCases(rooms);
      return [text(`Hello. From now on I bring every CAA50021 case here. ${HELP}`)];
  }
}

async function command(rooms: Rooms, { person }: Turn, words: string): Promise<readonly Reply[]> {
  const wanted = agentCommand(words);
  switch (wanted.kind) {
    case 'open-case-for':
      return openCaseFor(rooms, person, wanted);
    case 'case':
      return captureForCase(rooms, person, wanted);
    case 'open-cases':
      return openCases(rooms);
    case 'help':
      return [text(HELP)];
    case 'unclear':
      return somethingElse(rooms, words);
  }
}

/** Agents ask and thank as well; their own trouble belongs into their own chat. */
function somethingElse(rooms: Rooms, words: string): readonly Reply[] {
  const wish = understand(words);
  const advice = wish.kind === 'advice' ? adviceOn(wish.topic) : undefined;
  if (advice) return [card(adviceCard(advice, rooms.frame))];
  switch (wish.kind) {
    case 'thanks':
      return [text('You’re welcome.')];
    case 'report':
    case 'capture':
      return [text('Is it about your own laptop? Then please write to me in our personal chat. For somebody else: “open case for name@company.com”. For a case that is open: “case” and its number, with the output below it.')];
    default:
      return [text(HELP)];
  }
}

/** The one button here is "Show the case". */
async function button(rooms: Rooms, verb: string, data: Readonly<Record<string, unknown>>): Promise<Reply> {
  if (verb === verbs.showHelp) return text(HELP);
  if (verb !== verbs.showStatus || typeof data.caseId !== 'string') return notice('I don’t know this button here.');
  const c = await rooms.cases.find(data.caseId);
  return c ? asCard(rooms, c) : notice('I don’t know this case any more.');
}
