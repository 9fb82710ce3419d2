import type { Case } from '../bot/cases/case.ts';
import { button, buttonsOf, type Button } from './button.ts';
import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import template from './message.json' with { type: 'json' };
import { plain, plainOr } from './text/plain.ts';
import { refusalTexts, type RefusalKind } from './texts/refusals.ts';
import { closingTexts } from './texts/closing.ts';
import { verbs } from './verbs.ts';

/** A short card: perhaps a headline, some sentences, perhaps a button. */
export interface MessageView {
  readonly eyebrow: readonly { readonly text: string }[];
  readonly title: readonly { readonly text: string }[];
  readonly paragraphs: readonly { readonly text: string }[];
  readonly buttons: readonly Button[];
}

const draw = face<MessageView>(template);

export function notice(text: string): MessageView {
  return { eyebrow: [], title: [], paragraphs: [{ text: plainOr(text, 'Done.', 600) }], buttons: [] };
}

/** One remark to whoever is in the chat. */
export function noticeCard(text: string, frame: Frame): Shown {
  return draw(notice(text), plainOr(text, 'Done.', 200), frame);
}

export function refusal(kind: RefusalKind): MessageView {
  const { title, paragraphs } = refusalTexts[kind];
  return { eyebrow: [], title: [{ text: title }], paragraphs: paragraphs.map((text) => ({ text })), buttons: [] };
}

/** To someone the bot may not help; holds no case data and no button. */
export function refusalCard(kind: RefusalKind, frame: Frame): Shown {
  return draw(refusal(kind), `${refusalTexts[kind].title}.`, frame);
}

export function superseded(c: Case): MessageView {
  return {
    eyebrow: [],
    title: [],
    paragraphs: [{ text: `Case ${c.number} goes on further down in this chat. This copy is no longer kept up to date.` }],
    buttons: [],
  };
}

/** What an older copy of a case's card turns into when the case appears anew below. */
export function supersededCard(c: Case, frame: Frame): Shown {
  return draw(superseded(c), `Case ${c.number} goes on further down.`, frame);
}

export function openedFor(c: Case): MessageView {
  const name = plainOr(c.reporter.name, 'this person', 60);
  const address = plain(c.reporter.userPrincipalName ?? '', 80);
  return {
    eyebrow: [{ text: `Case ${c.number}` }],
    title: [],
    paragraphs: [
      { text: `Opened for ${name}${address === '' ? '' : ` (${address})`}. I’m reading the directory, the sign-in log and Intune now.` },
      { text: 'Their card goes to their own chat with me. If they have never opened that chat, I can’t write first: ask them to find me in Teams and say hello.' },
      { text: 'The case is on its own card in the helpdesk channel and changes there as it moves.' },
    ],
    buttons: [button('Show the case', verbs.showStatus, { caseId: c.id })],
  };
}

/** To the agent who opened a case for someone else. */
export function openedForCard(c: Case, frame: Frame): Shown {
  return draw(openedFor(c), `Case ${c.number} is open for ${plainOr(c.reporter.name, 'this person', 60)}.`, frame);
}

export function closed(c: Case): MessageView {
  const { title, text, after } = closingTexts(c.closing);
  const again = c.closing?.reason === 'reporter-says-solved' || c.closing?.reason === 'withdrawn' || c.closing === undefined;
  return {
    eyebrow: [{ text: `Case ${c.number} · ${plainOr(c.device.name, 'your laptop', 40)}` }],
    title: [{ text: title }],
    paragraphs: [{ text }, { text: after }],
    buttons: again ? [button('I can’t sign in again', verbs.openCase), buttonsOf.help()] : [],
  };
}

/** The reporter's last card of a case. */
export function closedCard(c: Case, frame: Frame): Shown {
  return draw(closed(c), `Case ${c.number}: ${closingTexts(c.closing).title}.`, frame);
}
