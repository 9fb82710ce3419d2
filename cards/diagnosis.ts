import type { Case } from '../bot/cases/case.ts';
import type { Diagnosis, Finding } from '../bot/diagnosis/diagnosis.ts';
import { buttonsOf, type Button } from './button.ts';
import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import template from './diagnosis.json' with { type: 'json' };
import { numbered, othersDecider, othersInShort, ownSteps, type NumberedStep } from './steps.ts';
import { utc } from './text/moment.ts';
import { plain, plainOr } from './text/plain.ts';
import { subReasonTexts, verdictTexts } from './texts/causes.ts';
import { dontLineFor } from './texts/dont.ts';
import { confidenceWords, hasItNow, holderName, sourceNames } from './texts/words.ts';

export interface DiagnosisView {
  readonly eyebrow: string;
  readonly sure: string;
  readonly title: string;
  readonly meaning: string;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  readonly you: { readonly title: string; readonly steps: readonly NumberedStep[]; readonly meanwhile: readonly { readonly text: string }[] };
  readonly decider: readonly { readonly title: string; readonly who: string; readonly text: string }[];
  readonly othersTitle: string;
  readonly others: readonly { readonly who: string; readonly text: string }[];
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

/** The answer, in the order in which a person asks: what is it, my fault, who, what next, how long, what can I do. */
export function diagnosis(c: Case, d: Diagnosis): DiagnosisView {
  const text = verdictTexts[d.verdict];
  const best = d.ranked[0];
  const mine = ownSteps(d);
  const decider = othersDecider(d);
  const unknown = isUnknown(d);
  const runnerUp = d.ranked[1];
  return {
    eyebrow: `Case ${c.number} · ${plainOr(c.device.name ?? d.device?.name, 'your laptop', 40)}`,
    sure: unknown ? confidenceWords.unknown.eyebrow : confidenceWords[d.confidence].eyebrow,
    title: unknown ? verdictTexts.unclear.plainTitle : text.plainTitle,
    meaning: [unknown ? verdictTexts.unclear.whatItMeans : text.whatItMeans, subReasonTexts.get(d.subReason ?? '') ?? ''].join(' ').trim(),
    answers: [
      { question: 'Is it my fault?', answer: unknown ? verdictTexts.unclear.yourFault : text.yourFault },
      { question: 'Who fixes it?', answer: `${text.whoFixes} ${hasItNow(c.holder, plainOr(holderName(c.holder, 'reporter', c), 'Your helpdesk', 60))}` },
      { question: 'What happens next?', answer: text.whatHappensNext },
      { question: 'How long will it take?', answer: text.howLong },
    ],
    you: {
      title: d.decider?.who === 'reporter' && mine.length > 0 ? 'What can I do now? One thing would decide:' : 'What can I do now?',
      steps: numbered(mine.map(({ step }) => step)),
      meanwhile: mine.length === 0 ? [{ text: text.meanwhile }] : [],
    },
    decider: decider ? [{ title: 'One thing would decide', ...decider }] : [],
    othersTitle: 'What helpdesk & IT do',
    others: othersInShort(d),
    dont: dontLineFor(mine),
    whyTitle: 'Why we think so',
    why: {
      sure: confidenceWords[unknown ? 'unknown' : d.confidence].why,
      parts: [
        { title: 'What speaks for it', rows: evidence(best?.for ?? d.findings) },
        { title: 'What speaks against it', rows: evidence(best?.against ?? []) },
      ].filter(({ rows }) => rows.length > 0),
      runnerUp: runnerUp ? [{ text: `Next on the list: ${verdictTexts[runnerUp.cause].name} (${confidenceWords[runnerUp.confidence].short}).` }] : [],
      guide: [
        { text: `In the CAA50021 guide: ${text.guide.place}.` },
        ...(text.guide.departure === undefined ? [] : [{ text: text.guide.departure }]),
      ],
    },
    gapsTitle: `What we could not see (${d.gaps.length})`,
    gaps: {
      lead: 'None of this counts against you. It only means we looked and got no answer.',
      rows: d.gaps.slice(0, 6).map((gap) => ({ text: plain(gap.text, 220) })),
    },
    buttons: [buttonsOf.solved(c, true), buttonsOf.recheck(c), buttonsOf.startOver(c), buttonsOf.help(c)],
  };
}

/** Nothing may be asserted as the cause: an unclear verdict, or a cause without confidence. */
function isUnknown(d: Diagnosis): boolean {
  return d.verdict === 'unclear' || (d.confidence === 'unknown' && d.verdict !== 'healthy' && d.verdict !== 'run-as-system-or-elevated');
}

function evidence(findings: readonly Finding[]): readonly EvidenceRow[] {
  return findings.slice(0, 6).map(({ text, source, at }) => ({
    text: plain(text, 220),
    source: [sourceNames[source], utc(at)].filter((part) => part !== '').join(', '),
  }));
}

const draw = face<DiagnosisView>(template);

export function diagnosisCard(c: Case, d: Diagnosis, frame: Frame): Shown {
  const view = diagnosis(c, d);
  return draw(view, `Case ${c.number}: ${view.sure}. ${view.title}.`, frame);
}
