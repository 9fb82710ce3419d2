import type { Cause } from './causes/cause.ts';
import { causes } from './causes/all.ts';
import type { Confidence, Finding, RankedCause } from './diagnosis.ts';
import type { Facts, Weighing } from './facts/facts.ts';

export interface Weighed extends RankedCause {
  readonly gate: Cause['gate'];
  readonly subReason?: string;
  /** Carried by at least one strong fact; a cause without is a candidate, never a verdict. */
  readonly isNamed: boolean;
  /** A measured or served reason why this very laptop has no token now. */
  readonly explainsMissingToken: boolean;
}

const levels: readonly Confidence[] = ['confirmed', 'very-likely', 'possible', 'unknown'];
const tiers = { T0: 7, T1: 6, T2: 5, T3: 4, T4: 3, T5: 2, T6: 1 };
const weights = { conclusive: 4, strong: 2, weak: 0.5 };

/** Weighs every cause and puts the one to repair first at the top. */
export function rankCauses(facts: Facts): Weighed[] {
  return causes
    .flatMap((cause) => {
      const weighing = cause.weigh(facts);
      return weighing.excluded || weighing.for.length === 0 ? [] : [weighed(cause, weighing, facts)];
    })
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => order(a.entry, b.entry) || a.index - b.index)
    .map(({ entry }) => entry);
}

function weighed(cause: Cause, weighing: Weighing, facts: Facts): Weighed {
  return {
    cause: cause.id,
    gate: cause.gate,
    confidence: confidenceOf(weighing, facts),
    for: weighing.for,
    against: weighing.against,
    subReason: weighing.subReason,
    explainsMissingToken: cause.gate === 'token' && explains(weighing, facts),
    isNamed: weighing.for.some((finding) => finding.weight !== 'weak'),
  };
}

/** Silence and the mere absence of the token explain nothing; a clock ahead spoils every token but the one that is there. */
const saysNothing = new Set(['no-sign-in-row', 'token-missing-on-good-device', 'token-missing-for-this-account', 'no-token']);

function explains({ for: supporting, against }: Weighing, { local }: Facts): boolean {
  const strong = (finding: Finding) => finding.weight !== 'weak';
  if (against.some(strong)) return false;
  if (supporting.some((finding) => strong(finding) && finding.id === 'server-refused-token')) return true;
  const ahead = supporting.some((finding) => finding.id === 'laptop-time-ahead') && local.prt !== 'yes';
  return ahead || (local.prt === 'no' && supporting.some((finding) => strong(finding) && !saysNothing.has(finding.id)));
}

/**
 * Confirmed: one conclusive fact of the directory or the server, none against. Very likely: two strong facts of
 * different tiers, none against. Possible: everything else that is not nothing.
 */
export function confidenceOf({ for: supporting, against, atMost }: Weighing, { local, device }: Facts): Confidence {
  const opposed = against.some((finding) => finding.weight !== 'weak');
  const isConclusive = (finding: Finding) => finding.weight === 'conclusive';
  // What the laptop prints of a server's answer is a copy, in a text anybody could have edited.
  const isOfLaptop = (finding: Finding) => finding.tier === 'T3' || finding.id === 'server-refused-token';
  const server = supporting.some((finding) => isConclusive(finding) && !isOfLaptop(finding) && (finding.tier === 'T1' || finding.tier === 'T2'));
  // A measurement of the laptop is as good as its freshness and the directory beside it.
  const measured = supporting.some((finding) => isConclusive(finding) && isOfLaptop(finding));
  const strongTiers = new Set(supporting.filter((finding) => finding.weight !== 'weak').map((finding) => finding.tier));
  const level: Confidence = opposed
    ? 'possible'
    : server || (measured && local.knownFresh && device.state === 'found')
      ? 'confirmed'
      : measured || strongTiers.size > 1
        ? 'very-likely'
        : 'possible';
  return atMost && levels.indexOf(level) < levels.indexOf(atMost) ? atMost : level;
}

/**
 * What keeps Windows from a token is repaired before what a policy says: a device without a token cannot present itself,
 * so the policy fails as well. A changed policy stands before the condition it uncovered.
 */
function order(a: Weighed, b: Weighed): number {
  return Number(b.isNamed) - Number(a.isNamed) || bucket(a) - bucket(b) || levels.indexOf(a.confidence) - levels.indexOf(b.confidence) || score(b) - score(a);
}

function bucket({ gate, cause, confidence, subReason, explainsMissingToken }: Weighed): number {
  if (gate === 'token' && confidence !== 'possible') return 0;
  if (explainsMissingToken) return 1;
  // Named by what is missing, not by what was seen: anything seen comes first.
  if (subReason === 'client-broker' && confidence === 'possible') return 4;
  return cause === 'new-policy' ? 2 : 3;
}

function score({ for: supporting, against }: Weighed): number {
  const sum = (findings: readonly Finding[]) => findings.reduce((total, finding) => total + weights[finding.weight] * tiers[finding.tier], 0);
  return sum(supporting) - sum(against);
}
