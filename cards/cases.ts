import type { Case } from '../bot/cases/case.ts';
import { button, buttonsOf, type Button } from './button.ts';
import template from './cases.json' with { type: 'json' };
import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import { age } from './text/moment.ts';
import { plainOr } from './text/plain.ts';
import { closingName } from './texts/closing.ts';
import { textOf, toldConfidence } from './texts/told.ts';
import { confidenceWords, hasItNow, holderName } from './texts/words.ts';
import { verbs } from './verbs.ts';

export interface CasesView {
  readonly title: string;
  readonly paragraphs: readonly { readonly text: string }[];
  readonly rows: readonly {
    readonly heading: string;
    readonly line: string;
    readonly small: string;
    readonly buttons: readonly Button[];
  }[];
  readonly buttons: readonly Button[];
}

/** Shown cases; a longer list would not be read. */
const most = 6;

/** The answer to "status" when there is no case or more than one. */
export function cases(list: readonly Case[], now: string): CasesView {
  if (list.length === 0) {
    return {
      title: 'You have no case with me',
      paragraphs: [{ text: 'If you can’t sign in on your laptop, tell me now. It takes one press.' }],
      rows: [],
      buttons: [button('I can’t sign in', verbs.openCase, { main: true }), buttonsOf.help()],
    };
  }
  const rest = list.length - most;
  return {
    title: list.length === 1 ? 'Your case' : 'Your cases',
    paragraphs: rest > 0 ? [{ text: `The newest ${most}; ${rest} older ${rest === 1 ? 'one is' : 'ones are'} not shown.` }] : [],
    rows: list.slice(0, most).map((c) => ({
      heading: `Case ${c.number} · ${plainOr(c.device.name, 'your laptop', 40)}`,
      line: whereItStands(c),
      small: whoAndWhen(c, now),
      buttons: c.state === 'closed' ? [] : [button('Show', verbs.showStatus, { caseId: c.id })],
    })),
    buttons: list.every(({ state }) => state === 'closed')
      ? [button('I can’t sign in', verbs.openCase, { main: true }), buttonsOf.help()]
      : [buttonsOf.help()],
  };
}

function whereItStands(c: Case): string {
  switch (c.state) {
    case 'gathering':
      return 'I’m looking into it. Nothing to do for you yet.';
    case 'collecting':
      return c.asking?.what === 'elevated-capture' ? 'One more look together with IT is needed.' : 'I’m waiting for something from you: press “Show”.';
    case 'diagnosed':
      return c.diagnosis ? `${confidenceWords[toldConfidence(c.diagnosis)].eyebrow}: ${textOf(c.diagnosis).plainTitle}.` : 'Looked into.';
    case 'closed':
      return `Closed: ${c.closing ? closingName(c.closing) : 'nothing more to do'}.`;
  }
}

function whoAndWhen(c: Case, now: string): string {
  const opened = ago(c.openedAt, now);
  if (c.state === 'closed') return `Opened ${opened}, closed ${ago(c.closedAt ?? c.updatedAt, now)}`;
  const has = hasItNow(c.holder, plainOr(holderName(c.holder, 'reporter', c), 'Your helpdesk', 60));
  return `${has} Opened ${opened}, last change ${ago(c.updatedAt, now)}`;
}

function ago(iso: string, now: string): string {
  const words = age(iso, now);
  return words === 'just now' ? words : `${words} ago`;
}

const draw = face<CasesView>(template);

export function casesCard(list: readonly Case[], frame: Frame, now: Date | string): Shown {
  const view = cases(list, new Date(now).toISOString());
  const first = view.rows[0];
  return draw(view, list.length === 1 && first ? `${first.heading}: ${first.line}` : `${view.title}.`, frame);
}
