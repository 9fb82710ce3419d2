import { button, buttonsOf, type Button } from './button.ts';
import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import template from './welcome.json' with { type: 'json' };
import { dontLine } from './texts/dont.ts';
import { verbs } from './verbs.ts';

export interface WelcomeView {
  readonly title: string;
  readonly paragraphs: readonly { readonly text: string }[];
  readonly sayTitle: string;
  readonly say: readonly { readonly text: string }[];
  readonly dont: string;
  readonly buttons: readonly Button[];
}

/** The first thing anyone reads, when the app is installed: what it is for and the one button. */
export function welcome(): WelcomeView {
  return {
    title: 'Can’t sign in on your Windows laptop?',
    paragraphs: [
      { text: 'If it shows CAA50021, or Outlook, Teams or Office won’t let you in, tell me. I look up what is wrong, say it in plain words, and bring it to the people who can fix it.' },
    ],
    sayTitle: 'You can just write',
    say: [
      { text: '“I can’t sign in”, or paste the error as it is' },
      { text: '“status” to see where your case stands' },
      { text: '“help” if you are lost' },
    ],
    dont: dontLine,
    buttons: [button('I can’t sign in', verbs.openCase, { main: true }), buttonsOf.help()],
  };
}

const draw = face<WelcomeView>(template);

export function welcomeCard(frame: Frame): Shown {
  return draw(welcome(), 'Can’t sign in on your Windows laptop? Tell me, and I’ll find out why.', frame);
}
