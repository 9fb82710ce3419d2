import type { Case } from '../../bot/cases/case.ts';

/** One sentence for the reporter: where their case stands and what, if anything, it needs from them. */
export function whatWeWaitFor(c: Case): string {
  const name = `Case ${c.number}`;
  switch (c.state) {
    case 'gathering':
      return `${name}: I’m looking into it. There is nothing you have to do right now.`;
    case 'collecting':
      return `${name}: ${asked(c)}`;
    case 'diagnosed':
      return c.holder.kind === 'reporter'
        ? `${name}: the next step is yours; it is on your card. Write “status” to see it again.`
        : `${name}: your card says what I found and who has it now. Write “status” to see it again.`;
    case 'closed':
      return `${name} is closed. If it happens again, write “I can’t sign in”.`;
  }
}

function asked(c: Case): string {
  switch (c.asking?.what) {
    case 'which-device':
      return 'please choose on your card which laptop it is about.';
    case 'rest-of-capture':
      return 'please send the rest of the text from the laptop.';
    case 'elevated-capture':
      return 'your helpdesk does one more look at the laptop with you. There is nothing you have to do until they call.';
    case 'capture':
    case undefined:
      return 'please send the text of dsregcmd /status from the laptop. Your card shows how; write “status” to see it again.';
  }
}
