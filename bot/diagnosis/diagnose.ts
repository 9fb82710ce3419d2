import { contextsOf } from './contexts.ts';
import type { Diagnosis, Examination, Finding } from './diagnosis.ts';
import { deriveFacts, type Facts } from './facts/facts.ts';
import { iso } from './facts/moments.ts';
import { gapsOf } from './gaps.ts';
import { deciderOf } from './next/decider.ts';
import { nextSteps } from './next/next-steps.ts';
import { observations } from './observations.ts';
import { rankCauses } from './rank.ts';
import { RULES_VERSION } from './rules-version.ts';
import { judge } from './verdict.ts';

/**
 * The physician: weighs what the laptop says against what Entra and Intune say and names the cause, what speaks for and
 * against it, what could not be seen, and the safe next step. Pure: the same examination gives the same diagnosis.
 * Never throws for anything that evidence may contain; `now` has to be an ISO moment.
 */
export function diagnose(examination: Examination): Diagnosis {
  const facts = deriveFacts(examination);
  const ranked = rankCauses(facts);
  const { verdict, confidence, leading } = judge(ranked, facts);
  return {
    verdict,
    ...(leading?.subReason && { subReason: leading.subReason }),
    confidence,
    ranked: ranked.map(({ cause, confidence: level, for: supporting, against }) => ({ cause, confidence: level, for: supporting, against })),
    findings: uniqueFindings([...ranked.flatMap((entry) => [...entry.for, ...entry.against]), ...observations(facts)]),
    gaps: gapsOf(facts),
    next: nextSteps(verdict, { facts, ranked, leading, confidence }),
    capture: facts.local.verdict,
    contexts: contextsOf(facts),
    ...deciderOf(verdict, facts, ranked),
    ...deviceOf(facts),
    ...failureOf(facts),
    rules: RULES_VERSION,
  };
}

const uniqueFindings = (findings: readonly Finding[]): Finding[] => [...new Map(findings.map((entry) => [`${entry.id} ${entry.text}`, entry])).values()];

function deviceOf({ device, local }: Facts): Pick<Diagnosis, 'device'> {
  const known = {
    ...(device.id && { deviceId: device.id }),
    ...(device.name && { name: device.name }),
    ...(local.joinType !== 'unknown' && { joinType: local.joinType }),
  };
  return Object.keys(known).length ? { device: known } : {};
}

function failureOf({ failing, demands, refusal }: Facts): Pick<Diagnosis, 'failure'> {
  const shown = refusal ?? failing.fixedSince ?? failing.otherDevice;
  if (!shown) return {};
  const { row, at, errorCode } = shown;
  const policies = shown === refusal ? demands.all.filter((demand) => demand.policyName) : [];
  return {
    failure: {
      at: iso(at),
      errorCode,
      ...(row.appDisplayName && { app: row.appDisplayName }),
      ...(row.correlationId && { correlationId: row.correlationId }),
      ...(row.id && { requestId: row.id }),
      policies: policies.map(({ policyId, policyName, grant }) => ({ ...(policyId && { id: policyId }), name: policyName, grant })),
    },
  };
}
