import { button, type Button } from './button.ts';
import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import template from './help.json' with { type: 'json' };
import { dontLine } from './texts/dont.ts';
import { guideHeader } from './texts/guide.ts';
import { verbs } from './verbs.ts';

export interface HelpView {
  readonly title: string;
  readonly sections: readonly { readonly title: string; readonly lines: readonly { readonly text: string }[] }[];
  readonly dont: string;
  readonly buttons: readonly Button[];
}

/** For whoever is lost: what this is about, what to write, what happens with what they send, and the human way out. */
export function help(): HelpView {
  return {
    title: 'How I can help',
    sections: [
      { title: 'What is CAA50021?', lines: [{ text: guideHeader }] },
      {
        title: 'What you can write',
        lines: [
          { text: '“I can’t sign in” opens a case, or shows the one you have.' },
          { text: '“status” shows where it stands.' },
          { text: '“start over” closes it and begins again.' },
          { text: 'You can also paste the error, or the text your laptop gave you.' },
        ],
      },
      {
        title: 'What happens with what you send',
        lines: [
          { text: 'The text from your laptop holds names of your laptop and your company, no passwords. It is kept encrypted and deleted after seven days.' },
          { text: 'Please never send passwords, PINs or recovery keys. I don’t need them, and neither does anyone who asks here.' },
        ],
      },
      { title: 'You would rather talk to someone?', lines: [{ text: 'Call your helpdesk and give them your case number. They see everything I see.' }] },
    ],
    dont: dontLine,
    buttons: [button('I can’t sign in', verbs.openCase, { main: true }), button('Status', verbs.showStatus)],
  };
}

const draw = face<HelpView>(template);

export function helpCard(frame: Frame): Shown {
  return draw(help(), 'How I can help, and what you can write.', frame);
}
