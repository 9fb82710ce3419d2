import type { NextStep, Verdict } from '../diagnosis.ts';
import { sameId } from '../facts/same.ts';
import { forEnrolmentPending, forEscalate, forNewPolicy, forNotCompliant, forNotJoined, forNotManaged, forWrongJoinType } from './policy-steps.ts';
import { forCertificate, forHybridSync, forRecordDeleted, forRecordDisabled, forTpm } from './record-steps.ts';
import { forClock, forCredential, forNetwork, forNotDevice } from './session-steps.ts';
import { freshAttempt, runA, runB, step, type Prognosis, type Steps } from './step.ts';

const byVerdict: Readonly<Record<Verdict, Steps>> = {
  'record-deleted': forRecordDeleted,
  'record-disabled': forRecordDisabled,
  'hybrid-sync': forHybridSync,
  certificate: forCertificate,
  tpm: forTpm,
  'clock-skew': forClock,
  'no-prt-network': forNetwork,
  'no-prt-credential': forCredential,
  'not-joined': forNotJoined,
  'wrong-join-type': forWrongJoinType,
  'not-managed': forNotManaged,
  'enrolment-pending': forEnrolmentPending,
  'not-compliant': forNotCompliant,
  'new-policy': forNewPolicy,
  'not-device': forNotDevice,
  escalate: forEscalate,
  healthy: forHealthy,
  'run-as-system-or-elevated': () => [runA],
  unclear: forUnclear,
};

/**
 * What follows, each step safe for the named actor to take now. Nothing here takes a laptop out of its join, removes a
 * certificate or an object, or touches the security chip; such repairs belong to a role with its pre-checks.
 */
export function nextSteps(verdict: Verdict, prognosis: Prognosis): NextStep[] {
  const steps = byVerdict[verdict](prognosis);
  // What is only asked to be surer still is the decider; the steps of a settled cause are its repair.
  return steps.filter((entry, index) => !isNeedless(entry, prognosis) && steps.findIndex((other) => other.step === entry.step) === index);
}

/** A run as the person adds nothing once a cause is named; the elevated run adds until the cause is certain. */
function isNeedless(entry: NextStep, { leading, confidence }: Prognosis): boolean {
  if (!leading) return false;
  return (entry === runA && (confidence === 'confirmed' || confidence === 'very-likely')) || (entry === runB && confidence === 'confirmed');
}

function forHealthy({ facts }: Prognosis): NextStep[] {
  const readLog = step('helpdesk', 'Read the failed sign-in of that time in the Entra sign-in log (interactive and non-interactive), with the Conditional Access tab.');
  return [freshAttempt, ...(facts.log.state === 'could-not-read' ? [readLog] : [])];
}

/** The one thing that would decide, as far as it is known; otherwise a proper run of the command. */
function forUnclear({ facts, ranked }: Prognosis): NextStep[] {
  const { failing, local, refusal, demands } = facts;
  const { otherDevice } = failing;
  if (otherDevice && local.accountDeviceIds.some((id) => sameId(id, otherDevice.row.deviceDetail?.deviceId))) {
    return [
      step('helpdesk', `The refused sign-in showed the work account registered beside the join (${otherDevice.row.deviceDetail?.deviceId}), not the join of the laptop (${facts.device.id ?? 'unknown'}): find out in which app and with which account it failed, and whether that account belongs here.`),
      freshAttempt,
    ];
  }
  if (otherDevice) {
    return [step('helpdesk', `Ask the person which laptop they sit at: the refused sign-in showed the registration ${otherDevice.row.deviceDetail?.deviceId ?? 'of another device'}, the laptop ${facts.device.id ? `is ${facts.device.id}` : 'is not known yet'}.`), ...(local.given ? [] : [runA])];
  }
  if (failing.fixedSince) return [freshAttempt, step('helpdesk', 'Look for the new attempt in the sign-in log: the old refusal has been put right since.')];
  if (refusal && demands.basis === 'unseen') {
    return [step('Conditional Access Administrator', 'Open the failed sign-in in the Entra sign-in log and read on the Conditional Access tab which policy refused and what it asked for.'), ...(local.given ? [] : [runA])];
  }
  if (!local.verdict.usable || !local.given) return [runA];
  if (facts.device.state === 'not-found' && local.deviceAuth?.kind === 'success') {
    return [step('helpdesk', `Look the device up in Entra once more by its device id${facts.device.id ? ` (${facts.device.id})` : ''} and in the tenant of the laptop: the laptop’s own test succeeded, yet the list read here does not hold it.`), freshAttempt];
  }
  if (facts.demand?.wants === 'unknown-block') return [step('Conditional Access Administrator', `Read what the policy “${facts.demand.policyName}” blocks, and whether its device filter fits this laptop.`)];
  if (local.prt === 'no') return [local.fewRows ? runA : runB, freshAttempt];
  return ranked.length > 0 || refusal ? [freshAttempt, ...(local.verdict.reasonId === 'partial' ? [runA] : [])] : [runA];
}
