import { isOnlyHalfSeen } from '../../cards/index.ts';
import { text } from '../common/replies.ts';
import type { Case, Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';

const MOST = 20;

/** "open cases": one line each; every case has its own card in this channel. */
export async function openCases(rooms: Rooms): Promise<readonly Reply[]> {
  const open = await rooms.cases.openCases(MOST + 1);
  if (open.length === 0) return [text('There is no open case.')];
  const lines = open.slice(0, MOST).map((c) => `- Case ${c.number}: ${whereItIs(c)}`);
  const more = open.length > MOST ? `\n\nThese are the newest ${MOST}.` : '';
  return [text(`Open cases. Write “case” and a number to see one.\n\n${lines.join('\n')}${more}`)];
}

/** Ids of causes and roles only: no text of a person's stands in a message that a client draws as Markdown. */
function whereItIs(c: Case): string {
  switch (c.state) {
    case 'gathering':
      return 'the bot is reading';
    case 'collecting':
      return c.holder.kind === 'helpdesk' ? 'the helpdesk is asked for the next step' : 'waiting for the reporter';
    case 'diagnosed':
      return `${verdict(c)}; has it: ${holder(c)}`;
    case 'closed':
      return 'closed';
  }
}

function verdict({ diagnosis: d }: Case): string {
  return d && !isOnlyHalfSeen(d) ? `${d.verdict}, ${d.confidence}` : 'unclear, unknown';
}

function holder(c: Case): string {
  return c.holder.kind === 'role' ? c.holder.role : `the ${c.holder.kind}`;
}
