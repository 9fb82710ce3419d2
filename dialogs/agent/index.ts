import { showOpenCases } from '../../bot/cases/show-open-cases.ts';
import { verbs } from '../../cards/index.ts';
import { nothing, notice, text } from '../common/replies.ts';
import type { Rooms } from '../rooms.ts';
import type { Reply, Turn } from '../turn.ts';
import { understand } from '../understand/understand.ts';
import { agentCommand } from './command.ts';
import { openCaseFor } from './open-case-for.ts';
import { openCases } from './open-cases.ts';
import { asCard, captureForCase } from './show-case.ts';

const HELP =
  'Here in the triage channel I understand: “open case for name@company.com” (add what they see), “open cases”, and “case 1042”. ' +
  'To bring an elevated run, write “case 1042” and paste the output below it. Every case has one card here that changes by itself.';

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
      return [text(`This is my triage channel. ${HELP}`)];
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
      return [text(isOwnTrouble(words) ? 'If it is about your own laptop, please write to me in our personal chat.' : HELP)];
  }
}

function isOwnTrouble(words: string): boolean {
  const wish = understand(words);
  return wish.kind === 'report' || wish.kind === 'capture';
}

/** The one button here is "Show the case". */
async function button(rooms: Rooms, verb: string, data: Readonly<Record<string, unknown>>): Promise<Reply> {
  if (verb === verbs.showHelp) return text(HELP);
  if (verb !== verbs.showStatus || typeof data.caseId !== 'string') return notice('I don’t know this button here.');
  const c = await rooms.cases.find(data.caseId);
  return c ? asCard(rooms, c) : notice('I don’t know this case any more.');
}
