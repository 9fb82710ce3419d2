import type { Case } from '../bot/cases/case.ts';
import type { Diagnosis, Finding, NextStep, RankedCause } from '../bot/diagnosis/diagnosis.ts';
import { buttonsOf, type Button } from './button.ts';
import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import template from './diagnosis.json' with { type: 'json' };
import { isSettled, numbered, othersDecider, othersTakingPart, ownSteps, type NumberedStep, type OwnSteps } from './steps.ts';
import { utc } from './text/moment.ts';
import { plain, plainOr } from './text/plain.ts';
import { verdictTexts } from './texts/causes.ts';
import { isOnlyHalfSeen, textOf } from './texts/told.ts';
import { dontLineFor } from './texts/dont.ts';
import { guideHeader, guidePlaces, placeInGuide, type GuidePlace } from './texts/guide.ts';
import { subReasonTexts } from './texts/sub-reasons.ts';
import { confidenceWords, hasItNow, holderName, inWords, sourceNames, withArticle } from './texts/words.ts';

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
    readonly groups: readonly { readonly title: string; readonly steps: readonly NumberedStep[] }[];
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
    decider: decider ? [{ title: isSettled(d) ? 'If that isn’t enough' : 'One thing would decide', ...decider }] : [],
    answers: [
      { question: 'Is it my fault?', answer: told.yourFault },
      { question: 'Who fixes it?', answer: whoFixesIt(c, d, text.whoFixes) },
      { question: 'What happens next?', answer: text.whatHappensNext },
      { question: 'How long will it take?', answer: text.howLong },
    ],
    dont: dontLineFor(allOf(ownSteps(d))),
    whyTitle: 'Why we think so',
    why: why(d, sure.why, guidePlaces[d.verdict]),
    gapsTitle: `What we have not seen (${d.gaps.length})`,
    gaps: {
      lead: 'None of this counts against you. It is only what we could not look at, or have not yet.',
      rows: d.gaps.slice(0, 6).map((gap) => ({ text: plain(gap.text, 220) })),
    },
    buttons: buttons(c, d),
  };
}

const allOf = ({ now, ifNotEnough, later }: OwnSteps): readonly NextStep[] => [...now, ...ifNotEnough, ...later];

function you(d: Diagnosis, meanwhile: string): DiagnosisView['you'] {
  const { now, ifNotEnough, later } = ownSteps(d);
  const decides = d.decider !== undefined && now[0]?.step === d.decider.step;
  return {
    title: decides ? `What can I do now? ${isSettled(d) ? 'This makes it certain:' : 'One thing would decide:'}` : 'What can I do now?',
    meanwhile: now.length === 0 ? [{ text: meanwhile }] : [],
    now: numbered(now),
    groups: [
      { title: 'If that isn’t enough, this tells us more:', steps: numbered(ifNotEnough) },
      { title: 'And later, when IT has done its part:', steps: numbered(later) },
    ].filter(({ steps }) => steps.length > 0),
  };
}

/** Who asks for the laptop's text also offers the way for those who can't paste it. */
function buttons(c: Case, d: Diagnosis): readonly Button[] {
  const steps = ownSteps(d);
  const wantsText = [...steps.now, ...steps.ifNotEnough].some(({ step }) => step.includes('dsregcmd /status'));
  const more = wantsText ? buttonsOf.questions(c) : buttonsOf.startOver(c);
  return [buttonsOf.solved(c, steps.now.length > 0), buttonsOf.recheck(c), more, buttonsOf.help(c)];
}

function whoFixesIt(c: Case, d: Diagnosis, whoFixes: string): string {
  const has = hasItNow(c.holder, plainOr(holderName(c.holder, 'reporter', c), 'Your helpdesk', 60));
  return [whoFixes, has, helpers(c, d)].join(' ').trim();
}

/** Who comes after whoever has it now: after the reporter always the helpdesk, with whom it needs. */
function helpers(c: Case, d: Diagnosis): string {
  const others = othersTakingPart(d, c.holder).filter((name) => name !== 'Helpdesk').map(withArticle);
  if (c.holder.kind === 'reporter') {
    return `If that isn’t enough, your helpdesk takes over${others.length > 0 ? `, with ${inWords(others)}` : ''}.`;
  }
  return others.length > 0 ? `Also taking part: ${inWords(others)}.` : '';
}

function why(d: Diagnosis, sure: string, guide: GuidePlace): DiagnosisView['why'] {
  const [best, runnerUp] = d.ranked;
  return {
    sure,
    parts: [
      { title: 'What speaks for it', rows: evidence(best?.for ?? d.findings) },
      { title: 'What speaks against it', rows: evidence(best?.against ?? []) },
    ].filter(({ rows }) => rows.length > 0),
    runnerUp: runnerUp ? [{ text: alsoLookedAt(runnerUp, best) }] : [],
    guide: [{ text: guideHeader }, { text: placeInGuide('CAA50021 guide', guide) }, ...(guide.departure === undefined ? [] : [{ text: guide.departure }])],
  };
}

/** The runner-up is no second cause where the same facts lead to it: it says so instead of a confidence of its own. */
function alsoLookedAt({ cause, confidence }: RankedCause, best: RankedCause | undefined): string {
  const { name } = verdictTexts[cause];
  return confidence === best?.confidence ? `The same facts also fit: ${name}.` : `We also looked at: ${name} (${confidenceWords[confidence].short}).`;
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
