import type { Diagnosis, Finding } from './diagnosis.ts';

/** Shown on a terminal to helpdesk and admins; the same facts as the card, without a face. */
export function report(diagnosis: Diagnosis): string {
  const { verdict, subReason, confidence, ranked, gaps, next, capture, contexts, decider, failure, findings, rules } = diagnosis;
  const [first, ...others] = ranked;
  const isNamed = first?.cause === verdict;
  const weighed = new Set(ranked.flatMap((entry) => [...entry.for, ...entry.against]).map((finding) => finding.id));
  const sections = [
    section(`Verdict: ${verdict}${subReason ? ` (${subReason})` : ''}, ${confidence}`, [
      ...(capture.reason ? [`Capture: ${capture.reason}`] : []),
      ...(failure ? [`Refused sign-in: ${[failure.at, failure.app, failure.errorCode && `AADSTS${failure.errorCode}`, ...failure.policies.map((policy) => `${policy.name} [${policy.grant}]`)].filter(Boolean).join(', ')}`] : []),
    ]),
    section('For', isNamed ? first.for.map(line) : []),
    section('Against', isNamed ? first.against.map(line) : []),
    section('Other candidates', (isNamed ? others : ranked).map((entry) => `${entry.cause}, ${entry.confidence}: ${entry.for[0]?.text ?? ''}`)),
    section('Also seen', findings.filter((finding) => !weighed.has(finding.id)).map(line)),
    section('Context', contexts.map((context) => context.text)),
    section('Not seen', gaps.map((gap) => gap.text)),
    section('Would decide', decider ? [`${decider.who}: ${decider.step}`] : []),
    section('Next', next.map((step, index) => `${index + 1}. ${step.who}: ${step.step}`)),
    `Rules ${rules}`,
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

const line = (finding: Finding): string => `[${finding.tier} ${finding.weight}, ${finding.source}] ${finding.text}`;

/** The verdict always stands; other headings only over something. */
function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0 && !title.startsWith('Verdict')) return '';
  return [title, ...lines.map((text) => `  ${text}`)].join('\n');
}
