import type { Case } from '../bot/cases/case.ts';
import type { CasesView } from './cases.ts';
import template from './cases.json' with { type: 'json' };
import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import { age } from './text/moment.ts';
import { plainOr } from './text/plain.ts';
import { textOf } from './texts/told.ts';
import { holderName, stateName } from './texts/words.ts';

/** Groups and names shown; whoever wants all of them reads the cards of the channel. */
const mostGroups = 10;
const mostNames = 8;

/**
 * "open cases" in the helpdesk's channel: one row for each cause, so that ten cases of one morning are seen as one incident.
 * @param more whether there are open cases beyond those given
 */
export function openCases(list: readonly Case[], now: string, more: boolean): CasesView {
  const groups = [...Map.groupBy(list, nameOf)].sort(([, one], [, other]) => other.length - one.length);
  const count = list.length === 1 ? '1 open case' : `${list.length}${more ? ' newest' : ''} open cases`;
  return {
    title: list.length === 0 ? 'No open case' : count,
    paragraphs: [{ text: list.length === 0 ? 'Nobody is waiting.' : `Write “case ${list[0]?.number}” to see one in full.` }],
    rows: groups.slice(0, mostGroups).map(([name, cases]) => row(name, cases, now)),
    buttons: [],
  };
}

const nameOf = (c: Case): string => (c.state === 'diagnosed' && c.diagnosis ? textOf(c.diagnosis).name : stateName(c.state));

function row(name: string, cases: readonly Case[], now: string): CasesView['rows'][number] {
  const people = cases.slice(0, mostNames).map((c) => `${c.number} ${plainOr(c.reporter.name, 'name unknown', 40)}`);
  const holders = new Set(cases.map((c) => (c.holder.kind === 'reporter' ? 'the reporter' : plainOr(holderName(c.holder, 'helpdesk', c), 'Helpdesk', 60))));
  const oldest = cases.reduce((one, other) => (one.openedAt < other.openedAt ? one : other));
  const since = age(oldest.openedAt, now);
  return {
    heading: cases.length === 1 ? name : `${name} · ${cases.length} cases`,
    line: people.join(', ') + (cases.length > mostNames ? ` and ${cases.length - mostNames} more` : ''),
    small: `Has it: ${[...holders].join(', ')} · opened ${since === 'just now' ? since : `${since} ago`}${cases.length > 1 ? ' (the oldest)' : ''}`,
    buttons: [],
  };
}

const draw = face<CasesView>(template);

export function openCasesCard(list: readonly Case[], frame: Frame, now: Date | string, more = false): Shown {
  const view = openCases(list, new Date(now).toISOString(), more);
  return draw(view, `${view.title}.`, frame);
}
