import type { Case } from '../bot/cases/case.ts';
import { buttonsOf, type Button } from './button.ts';
import { face, type Shown } from './draw.ts';
import template from './elevated-run.json' with { type: 'json' };
import type { Frame } from './frame.ts';
import { soFar } from './so-far.ts';
import { plain } from './text/plain.ts';
import { commands } from './texts/commands.ts';
import { dontLine } from './texts/dont.ts';
import { inputs } from './verbs.ts';

export interface ElevatedRunView {
  readonly eyebrow: string;
  readonly why: readonly { readonly title: string; readonly text: string }[];
  readonly title: string;
  readonly paragraphs: readonly { readonly text: string }[];
  readonly toggle: string;
  readonly steps: readonly { readonly number: string; readonly text: string }[];
  readonly command: string;
  readonly input: { readonly id: string; readonly label: string; readonly placeholder: string; readonly error: string };
  readonly pasteButtons: readonly Button[];
  readonly dont: string;
  readonly buttons: readonly Button[];
}

/**
 * The second run needs an administrator's window. The reporter is told that somebody comes; the steps are folded away and
 * addressed to that somebody, so that nobody goes looking for rights they don't have.
 */
export function elevatedRun(c: Case): ElevatedRunView {
  const why = plain(c.asking?.why ?? '', 300);
  return {
    eyebrow: `Case ${c.number}`,
    why: why === '' ? [] : [{ title: 'Once more, because:', text: why }],
    title: 'One more look, together with IT',
    paragraphs: [
      ...soFar(c),
      { text: 'One test is missing, and Windows only runs it for an administrator. It reads and changes nothing.' },
      { text: 'You don’t have to do anything: your helpdesk gets in touch and does it with you. Have the laptop at hand and stay signed in to Windows.' },
      { text: 'It takes five minutes once somebody from IT is with you. When that is depends on your helpdesk.' },
    ],
    toggle: 'For IT: the steps',
    steps: [
      { number: '1', text: 'Ask the person to stay signed in. Press the Windows key, type cmd, and open it as administrator with your own administrator account.' },
      { number: '2', text: 'Type the line below and press Enter. Nothing will be shown; the text is ready to be pasted.' },
      { number: '3', text: `Paste it into the box below, or in the helpdesk’s channel under the words “case ${c.number}”.` },
    ],
    command: commands.toClipboard,
    input: {
      id: inputs.captureText,
      label: 'The text from the administrator window',
      placeholder: 'Click here and press Ctrl + V',
      error: 'Please paste the text first.',
    },
    pasteButtons: [buttonsOf.pasteBox(c, 'Send the text')],
    dont: dontLine,
    buttons: [buttonsOf.solved(c), buttonsOf.recheck(c), buttonsOf.help(c)],
  };
}

const draw = face<ElevatedRunView>(template);

export function elevatedRunCard(c: Case, frame: Frame): Shown {
  return draw(elevatedRun(c), `Case ${c.number}: one more look at the laptop, together with IT. You don’t have to do anything yet.`, frame);
}
