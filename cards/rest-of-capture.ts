import type { Case } from '../bot/cases/case.ts';
import { buttonsOf, type Button } from './button.ts';
import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import template from './rest-of-capture.json' with { type: 'json' };
import { plain } from './text/plain.ts';
import { dontLine } from './texts/dont.ts';
import { inputs } from './verbs.ts';

export interface RestOfCaptureView {
  readonly eyebrow: string;
  readonly why: readonly { readonly title: string; readonly text: string }[];
  readonly title: string;
  readonly paragraphs: readonly { readonly text: string }[];
  readonly input: { readonly id: string; readonly label: string; readonly placeholder: string; readonly error: string };
  readonly pasteButtons: readonly Button[];
  readonly dont: string;
  readonly buttons: readonly Button[];
}

/** A part of the output has come: says that it is kept, and asks for the rest only. */
export function restOfCapture(c: Case): RestOfCaptureView {
  const why = plain(c.asking?.why ?? '', 300);
  return {
    eyebrow: `Case ${c.number}`,
    why: why === '' || c.asking?.reasonId === 'partial' ? [] : [{ title: 'A part is still missing:', text: why }],
    title: 'Thank you, the first part is here',
    paragraphs: [
      { text: 'I keep it. Please send the rest in one or more messages, or paste it into the box.' },
      { text: 'If you copied by hand: press the Windows key, type cmd, press Enter, then type dsregcmd /status | clip and press Enter. That copies everything at once; Ctrl + V pastes it here.' },
    ],
    input: {
      id: inputs.captureText,
      label: 'The rest of the text',
      placeholder: 'Click here and press Ctrl + V',
      error: 'Please paste the text first.',
    },
    pasteButtons: [buttonsOf.pasteBox(c, 'Send the rest')],
    dont: dontLine,
    buttons: [buttonsOf.questions(c), buttonsOf.help(c)],
  };
}

const draw = face<RestOfCaptureView>(template);

export function restOfCaptureCard(c: Case, frame: Frame): Shown {
  return draw(restOfCapture(c), `Case ${c.number}: thank you, the first part is here. Please send the rest.`, frame);
}
