import type { Case } from '../bot/cases/case.ts';
import { buttonsOf, type Button } from './button.ts';
import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import template from './how-to.json' with { type: 'json' };
import { plain } from './text/plain.ts';
import { soFar } from './so-far.ts';
import { commands } from './texts/commands.ts';
import { dontLine } from './texts/dont.ts';
import { inputs } from './verbs.ts';

export interface HowToView {
  readonly eyebrow: string;
  /** Why it is asked again; first on the card, because people who did it once want to know that first. */
  readonly why: readonly { readonly title: string; readonly text: string }[];
  /** After some tries: an outstretched hand instead of a louder request. */
  readonly together: readonly { readonly text: string }[];
  readonly title: string;
  readonly lead: string;
  readonly soFar: readonly { readonly text: string }[];
  readonly steps: readonly HowToStep[];
  readonly locked: string;
  readonly pasteTitle: string;
  readonly fileTitle: string;
  readonly file: { readonly text: string; readonly command: string; readonly then: string };
  readonly input: { readonly id: string; readonly label: string; readonly placeholder: string; readonly error: string };
  readonly pasteButtons: readonly Button[];
  readonly otherButtons: readonly Button[];
  readonly dont: string;
  readonly buttons: readonly Button[];
}

interface HowToStep {
  readonly number: string;
  readonly text: string;
  /** What is to be typed, drawn as it looks in the window. */
  readonly typed: readonly { readonly command: string }[];
  readonly note: readonly { readonly text: string }[];
}

const together = 'This is fiddly, and it isn’t you. Your helpdesk sees this case and can do it together with you; you may also just stop here.';

/** Asks the reporter for `dsregcmd /status`: four steps with the keys to press, and a way for everyone who can't. */
export function howTo(c: Case): HowToView {
  const why = plain(c.asking?.why ?? '', 300);
  return {
    eyebrow: `Case ${c.number}`,
    why: why === '' ? [] : [{ title: 'Thank you. One more try, because:', text: why }],
    together: (c.asking?.times ?? 1) >= 3 ? [{ text: together }] : [],
    title: 'Please let your laptop tell us how it is',
    lead: 'It takes two minutes and changes nothing on the laptop. It only shows how the laptop is connected to your company.',
    soFar: soFar(c),
    steps: [
      {
        number: '1',
        text: 'On the laptop, press the Windows key, type cmd and press Enter. A dark window opens.',
        typed: [],
        note: [{ text: 'Just Enter, as yourself. Not “Run as administrator”: there Windows shows other values.' }],
      },
      {
        number: '2',
        text: 'Type this line into the dark window and press Enter:',
        typed: [{ command: commands.toClipboard }],
        note: [{ text: 'Nothing will be shown. That is right: the text is now waiting to be pasted.' }],
      },
      { number: '3', text: 'Open this chat on the laptop, in the Teams app or in a browser.', typed: [], note: [] },
      { number: '4', text: 'Click where you write messages, press Ctrl + V, and send.', typed: [], note: [] },
    ],
    locked: 'Another way? If Teams doesn’t open on the laptop, stay here on your phone and choose “I can only read the screen”.',
    pasteTitle: 'Paste into a box',
    fileTitle: 'Send as a file',
    file: {
      text: 'Type this in step 2 instead. It puts a file named dsreg.txt on your desktop:',
      command: commands.toFile,
      then: 'Then send me that file here in the chat.',
    },
    input: {
      id: inputs.captureText,
      label: 'The text from the laptop',
      placeholder: 'Click here and press Ctrl + V',
      error: 'Please paste the text first.',
    },
    pasteButtons: [buttonsOf.pasteBox(c, 'Send the text')],
    dont: dontLine,
    otherButtons: [buttonsOf.questions(c)],
    buttons: [buttonsOf.solved(c), buttonsOf.help(c)],
  };
}

const draw = face<HowToView>(template);

export function howToCard(c: Case, frame: Frame): Shown {
  const summary = c.asking?.why
    ? `Case ${c.number}: one more try, please. ${plain(c.asking.why, 160)}`
    : `Case ${c.number}: please run one command on the laptop. It takes two minutes.`;
  return draw(howTo(c), summary, frame);
}
