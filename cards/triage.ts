import type { Case } from '../bot/cases/case.ts';
import type { Diagnosis, Finding, NextStep } from '../bot/diagnosis/diagnosis.ts';
import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import template from './triage.json' with { type: 'json' };
import { isSettled } from './steps.ts';
import { age, clientDateTime, utc } from './text/moment.ts';
import { plain, plainOr } from './text/plain.ts';
import { closingName } from './texts/closing.ts';
import { verdictTexts } from './texts/causes.ts';
import { textOf, toldConfidence } from './texts/told.ts';
import { guidePlaces, placeInGuide } from './texts/guide.ts';
import { actorName, confidenceWords, holderName, joinName, sourceNames, stateName } from './texts/words.ts';

export interface TriageView {
  readonly state: string;
  readonly style: 'default' | 'emphasis' | 'good' | 'accent';
  readonly title: string;
  readonly sure: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly opened: string;
  readonly next: { readonly label: string; readonly who: string; readonly step: string };
  readonly decider: readonly { readonly label: string; readonly who: string; readonly step: string }[];
  readonly contexts: readonly { readonly text: string }[];
  readonly evidence: readonly { readonly title: string; readonly rows: readonly { readonly text: string; readonly source: string }[] }[];
  readonly missing: readonly { readonly title: string; readonly text: string }[];
  readonly guide: readonly { readonly text: string }[];
  readonly ids: string;
}

/** The helpdesk's card of a case, one in the channel, redrawn as the case moves: enough to act on without opening anything. */
export function triage(c: Case): TriageView {
  const d = c.diagnosis;
  const text = d ? textOf(d) : undefined;
  const guide = d ? guidePlaces[d.verdict] : undefined;
  return {
    state: `Case ${c.number} · ${stateOf(c)}`,
    style: c.state === 'closed' ? 'good' : c.state === 'diagnosed' ? 'accent' : 'emphasis',
    title: text ? text.name : 'Cause not known yet',
    sure: d ? confidenceWords[toldConfidence(d)].short : 'no verdict so far',
    facts: facts(c, d),
    opened: opened(c),
    next: next(c, d),
    decider: decider(c, d),
    contexts: [...unreachable(c), ...(d?.contexts ?? []).slice(0, 3).map((context) => ({ text: plain(context.text, 200) }))],
    evidence: d ? evidence(d) : [],
    missing: missing(c, d),
    guide: guide
      ? [{ text: placeInGuide('guide', guide) }, ...(guide.departure === undefined ? [] : [{ text: guide.departure }])]
      : [],
    ids: ids(c, d),
  };
}

function stateOf(c: Case): string {
  return c.state === 'closed' && c.closing ? `Closed, ${closingName(c.closing)}` : stateName(c.state);
}

function facts(c: Case, d: Diagnosis | undefined): TriageView['facts'] {
  const device = plainOr(c.device.name ?? d?.device?.name, 'not known yet', 60);
  const join = joinName(d?.device?.joinType);
  const upn = plain(c.reporter.userPrincipalName ?? '', 80);
  const failure = d?.failure;
  const policies = (failure?.policies ?? []).map(({ name, grant }) => `${plain(name, 60)} (${plain(grant, 60)})`);
  return [
    { label: 'Person', value: plainOr(c.reporter.name, 'name unknown', 60) + (upn === '' ? '' : ` · ${upn}`) },
    { label: 'Device', value: join === '' ? device : `${device} · ${join}` },
    ...(c.state === 'closed' ? [] : [{ label: 'Has it', value: plainOr(holderName(c.holder, 'helpdesk', c), 'Helpdesk', 60) }]),
    ...(failure
      ? [
          {
            label: 'Failed',
            value: [failure.errorCode === undefined ? '' : `AADSTS${failure.errorCode}`, plain(failure.app ?? '', 60), utc(failure.at)]
              .filter((part) => part !== '')
              .join(' · ') || 'see evidence',
          },
        ]
      : []),
    ...(policies.length > 0 ? [{ label: 'Policy', value: policies.slice(0, 3).join('; ') }] : []),
    ...(plain(c.words, 160) === '' ? [] : [{ label: 'Said', value: `“${plain(c.words, 160)}”` }]),
    ...(c.openedBy ? [{ label: 'Opened by', value: plainOr(c.openedBy.name, 'an agent', 60) }] : []),
  ];
}

function opened(c: Case): string {
  const since = age(c.openedAt, c.closedAt ?? c.updatedAt);
  const how = c.state === 'closed' ? `closed after ${since === 'just now' ? 'a moment' : since}` : (since === 'just now' ? 'new' : `last change after ${since}`);
  return `Opened ${clientDateTime(c.openedAt)} · ${how}`;
}

/** What the person does not know from us, because their chat takes nothing from the bot: somebody has to call. */
function unreachable(c: Case): TriageView['contexts'] {
  if (c.state === 'closed' || c.reporterUnreachableSince === undefined) return [];
  return [{ text: `The bot cannot reach this person in chat since ${utc(c.reporterUnreachableSince) || 'a while'}: call them.` }];
}

/** The one next step: what is asked of the reporter, else the first step of the remedy, which is why its actor has the case. */
function next(c: Case, d: Diagnosis | undefined): TriageView['next'] {
  const label = 'Next step';
  if (c.state === 'closed') return { label, who: 'Nobody', step: 'nothing more to do.' };
  if (c.state === 'gathering') return { label, who: 'The bot', step: 'reads the directory, the sign-in log and Intune. Nothing to do for you yet.' };
  if (c.state === 'collecting') {
    const times = c.asking && c.asking.times > 1 ? ` Asked ${c.asking.times} times.` : '';
    return { label, who: c.asking?.what === 'elevated-capture' ? 'Helpdesk' : 'The reporter', step: `${askingName(c)}${times}` };
  }
  return { label, ...toldStep(d?.next[0] ?? d?.decider ?? { who: 'helpdesk', step: 'Look at the evidence with the reporter.' }) };
}

/** What would settle the case, when that is something else than the next step. */
function decider(c: Case, d: Diagnosis | undefined): TriageView['decider'] {
  if (c.state !== 'diagnosed' || !d?.decider || !d.next[0] || d.next[0].step === d.decider.step) return [];
  return [{ label: d && isSettled(d) ? 'To be certain' : 'Would decide', ...toldStep(d.decider) }];
}

function toldStep({ who, step }: NextStep): { readonly who: string; readonly step: string } {
  return { who: who === 'reporter' ? 'The reporter' : actorName(who), step: plain(step, 360) };
}

function askingName(c: Case): string {
  switch (c.asking?.what) {
    case 'elevated-capture':
      return `run dsregcmd /status from an elevated prompt at the laptop (second run). Write “case ${c.number}” here and paste it below.`;
    case 'which-device':
      return 'chooses which device it is about.';
    case 'rest-of-capture':
      return 'sends the rest of dsregcmd /status; a part has come.';
    default:
      return 'sends dsregcmd /status, run as themselves.';
  }
}

function evidence(d: Diagnosis): TriageView['evidence'] {
  const best = d.ranked[0];
  const runnerUp = d.ranked[1];
  return [
    { title: 'For', rows: rows(best?.for ?? d.findings, 3) },
    { title: 'Against', rows: rows(best?.against ?? [], 2) },
    {
      title: runnerUp ? `Runner-up: ${verdictTexts[runnerUp.cause].name}, ${confidenceWords[runnerUp.confidence].short}` : '',
      rows: rows(runnerUp?.for ?? [], 1),
    },
  ].filter((part) => part.rows.length > 0);
}

function rows(findings: readonly Finding[], max: number): readonly { readonly text: string; readonly source: string }[] {
  return findings.slice(0, max).map(({ text, source }) => ({ text: plain(text, 200), source: sourceNames[source] }));
}

function missing(c: Case, d: Diagnosis | undefined): TriageView['missing'] {
  const isTold = (d?.gaps ?? []).some(({ id }) => id === 'dsregcmd');
  const captureMissing = c.captureCount === 0 && c.state !== 'closed' && !isTold ? ['dsregcmd /status from the laptop'] : [];
  const refused = d && !d.capture.usable && d.capture.reason && c.captureCount > 0 ? [plain(d.capture.reason, 160)] : [];
  const gaps = (d?.gaps ?? []).map((gap) => plain(gap.text, 160));
  const all = [...captureMissing, ...refused, ...gaps];
  if (all.length === 0) return [];
  const more = all.length > 4 ? ` And ${all.length - 4} more.` : '';
  return [{ title: 'Missing', text: all.slice(0, 4).map((text) => text.replace(/\.?$/, '.')).join(' ') + more }];
}

function ids(c: Case, d: Diagnosis | undefined): string {
  const device = c.device.deviceId ?? d?.device?.deviceId;
  return [
    `Person ${plain(c.reporter.aadObjectId, 40)}`,
    ...(device ? [`device ${plain(device, 40)}`] : []),
    ...(d?.failure?.correlationId ? [`correlation ${plain(d.failure.correlationId, 40)}`] : []),
    ...(d?.failure?.requestId ? [`request ${plain(d.failure.requestId, 60)}`] : []),
  ].join(' · ');
}

const draw = face<TriageView>(template);

/** As `reporterCard`: the same at any moment. */
export function triageCard(c: Case, frame: Frame, _now?: Date | string): Shown {
  const view = triage(c);
  return draw(view, `${view.state}: ${view.title} (${view.sure}), ${plainOr(c.reporter.name, 'name unknown', 60)}`, frame);
}
