import type { Case } from '../bot/cases/case.ts';
import type { Diagnosis, Finding } from '../bot/diagnosis/diagnosis.ts';
import { buttonsOf, type Button } from './button.ts';
import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import template from './diagnosis.json' with { type: 'json' };
import { numbered, othersDecider, othersTakingPart, ownSteps, type NumberedStep } from './steps.ts';
import { utc } from './text/moment.ts';
import { plain, plainOr } from './text/plain.ts';
import { verdictTexts } from './texts/causes.ts';
import { isOnlyHalfSeen, textOf } from './texts/told.ts';
import { dontLineFor } from './texts/dont.ts';
import { guideHeader, guidePlaces, type GuidePlace } from './texts/guide.ts';
import { subReasonTexts } from './texts/sub-reasons.ts';
import { confidenceWords, hasItNow, holderName, sourceNames } from './texts/words.ts';

export interface DiagnosisView {
  readonly eyebrow: string;
  readonly sure: string;
  readonly title: string;
  readonly meaning: string;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  readonly you: {
    readonly title: string;
    readonly meanwhile: readonly { readonly text: string }[];
    readonly now: readonly NumberedStep[];
    readonly laterTitle: readonly { readonly text: string }[];
    readonly later: readonly NumberedStep[];
  };
  readonly decider: readonly { readonly title: string; readonly who: string; readonly text: string }[];
  readonly dont: string;
  readonly whyTitle: string;
  readonly why: {
    readonly sure: string;
    readonly parts: readonly { readonly title: string; readonly rows: readonly EvidenceRow[] }[];
    readonly runnerUp: readonly { readonly text: string }[];
    readonly guide: readonly { readonly text: string }[];
  };
  readonly gapsTitle: string;
  readonly gaps: { readonly lead: string; readonly rows: readonly { readonly text: string }[] };
  readonly buttons: readonly Button[];
}

interface EvidenceRow {
  readonly text: string;
  readonly source: string;
}

/** The answer, in the order in which a person asks: what is it, what can I do, my fault, who, what next, how long. */
export function diagnosis(c: Case, d: Diagnosis): DiagnosisView {
  const text = textOf(d);
  const unknown = isUnknown(d);
  const told = unknown && !isOnlyHalfSeen(d) ? verdictTexts.unclear : text;
  const sure = confidenceWords[unknown ? 'unknown' : d.confidence];
  const decider = othersDecider(d);
  return {
    eyebrow: `Case ${c.number} · ${plainOr(c.device.name ?? d.device?.name, 'your laptop', 40)}`,
    sure: text.eyebrow ?? sure.eyebrow,
    title: told.plainTitle,
    meaning: [told.whatItMeans, unknown ? '' : (subReasonTexts.get(d.subReason ?? '') ?? '')].join(' ').trim(),
    you: you(d, text.meanwhile),
    decider: decider ? [{ title: 'One thing would decide', ...decider }] : [],
    answers: [
      { question: 'Is it my fault?', answer: told.yourFault },
      { question: 'Who fixes it?', answer: whoFixesIt(c, d, text.whoFixes) },
      { question: 'What happens next?', answer: text.whatHappensNext },
      { question: 'How long will it take?', answer: text.howLong },
    ],
    dont: dontLineFor([...ownSteps(d).now, ...ownSteps(d).later]),
    whyTitle: 'Why we think so',
    why: why(d, sure.why, guidePlaces[d.verdict]),
    gapsTitle: `What we could not see (${d.gaps.length})`,
    gaps: {
      lead: 'None of this counts against you. It only means we looked and got no answer.',
      rows: d.gaps.slice(0, 6).map((gap) => ({ text: plain(gap.text, 220) })),
    },
    buttons: [buttonsOf.solved(c, true), buttonsOf.recheck(c), buttonsOf.startOver(c), buttonsOf.help(c)],
  };
}

function you(d: Diagnosis, meanwhile: string): DiagnosisView['you'] {
  const { now, later } = ownSteps(d);
  const decides = d.decider !== undefined && now[0]?.step === d.decider.step;
  return {
    title: decides ? 'What can I do now? One thing would decide:' : 'What can I do now?',
    meanwhile: now.length === 0 ? [{ text: meanwhile }] : [],
    now: numbered(now),
    laterTitle: later.length > 0 ? [{ text: 'And later, when IT has done its part:' }] : [],
    later: numbered(later),
  };
}

function whoFixesIt(c: Case, d: Diagnosis, whoFixes: string): string {
  const has = hasItNow(c.holder, plainOr(holderName(c.holder, 'reporter', c), 'Your helpdesk', 60));
  const others = othersTakingPart(d, c.holder);
  return [whoFixes, has, others.length > 0 ? `Also needed: ${inWords(others)}.` : ''].join(' ').trim();
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function why(d: Diagnosis, sure: string, guide: GuidePlace): DiagnosisView['why'] {
  const [best, runnerUp] = d.ranked;
  return {
    sure,
    parts: [
      { title: 'What speaks for it', rows: evidence(best?.for ?? d.findings) },
      { title: 'What speaks against it', rows: evidence(best?.against ?? []) },
    ].filter(({ rows }) => rows.length > 0),
    runnerUp: runnerUp ? [{ text: `Next on the list: ${verdictTexts[runnerUp.cause].name} (${confidenceWords[runnerUp.confidence].short}).` }] : [],
    guide: [{ text: guideHeader }, { text: `In the CAA50021 guide: ${guide.place}.` }, ...(guide.departure === undefined ? [] : [{ text: guide.departure }])],
  };
}

/** Nothing may be asserted as the cause: an unclear verdict, or a cause without confidence. */
function isUnknown(d: Diagnosis): boolean {
  return d.verdict === 'unclear' || isOnlyHalfSeen(d) || (d.confidence === 'unknown' && d.verdict !== 'healthy' && d.verdict !== 'run-as-system-or-elevated');
}

/** Who changed what is between the helpdesk and that person; the reporter is told that it is on record. */
const onRecord = 'The company’s log of changes shows what was changed and when.';

function evidence(findings: readonly Finding[]): readonly EvidenceRow[] {
  const rows = findings.slice(0, 6).map(({ text, source, at }) => ({
    text: source === 'audit-log' || source === 'intune-audit-log' ? onRecord : plain(text, 220),
    source: [sourceNames[source], utc(at)].filter((part) => part !== '').join(', '),
  }));
  return rows.filter(({ text, source }, index) => rows.findIndex((other) => other.text === text && other.source === source) === index);
}

const draw = face<DiagnosisView>(template);

export function diagnosisCard(c: Case, d: Diagnosis, frame: Frame): Shown {
  const view = diagnosis(c, d);
  return draw(view, `Case ${c.number}: ${view.sure}. ${view.title}.`, frame);
}
