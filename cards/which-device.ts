import type { Case } from '../bot/cases/case.ts';
import { button, buttonsOf, type Button } from './button.ts';
import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import template from './which-device.json' with { type: 'json' };
import { choiceTitle, plain } from './text/plain.ts';
import { inputs, verbs } from './verbs.ts';

export interface WhichDeviceView {
  readonly eyebrow: string;
  readonly why: readonly { readonly title: string; readonly text: string }[];
  readonly title: string;
  readonly paragraphs: readonly { readonly text: string }[];
  readonly input: { readonly id: string; readonly label: string; readonly error: string };
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly hint: string;
  readonly buttons: readonly Button[];
}

/** Several laptops could be meant: the person picks, with what they can recognise each one by. */
export function whichDevice(c: Case): WhichDeviceView {
  const why = plain(c.asking?.why ?? '', 300);
  const choices = (c.device.choices ?? []).slice(0, 8).map(({ deviceId, name, hint }) => ({
    title: [choiceTitle(name) || 'Laptop without a name', choiceTitle(hint)].filter((part) => part !== '').join(', '),
    value: deviceId,
  }));
  return {
    eyebrow: `Case ${c.number}`,
    why: why === '' ? [] : [{ title: 'One more question, because:', text: why }],
    title: 'Which laptop is it about?',
    paragraphs: [{ text: 'I found more than one device of yours. Please choose the one that shows the error.' }],
    input: { id: inputs.deviceChoice, label: 'My laptop', error: 'Please choose one of them.' },
    choices: [...choices, { title: 'None of these', value: 'none' }],
    hint: 'The name is on the laptop under Settings, System, About, “Device name”; often there is a sticker, too.',
    buttons: [button('This one', verbs.chooseDevice, { caseId: c.id, main: true, sendsInputs: true }), buttonsOf.help(c)],
  };
}

const draw = face<WhichDeviceView>(template);

export function whichDeviceCard(c: Case, frame: Frame): Shown {
  return draw(whichDevice(c), `Case ${c.number}: which laptop is it about?`, frame);
}
