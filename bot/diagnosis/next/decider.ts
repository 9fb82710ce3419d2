import type { Diagnosis, NextStep, Verdict } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import { sameId } from '../facts/same.ts';
import type { Weighed } from '../rank.ts';
import { freshAttempt, runA, runB, step } from './step.ts';

/** The one question whose answer would decide, where the verdict is not already certain. */
export function deciderOf(verdict: Verdict, facts: Facts, ranked: readonly Weighed[]): Pick<Diagnosis, 'decider'> {
  const [first, second] = ranked;
  if (first?.isNamed && first.confidence === 'confirmed') return {};
  const decider = question(verdict, facts, first, second);
  return decider ? { decider } : {};
}

function question(verdict: Verdict, facts: Facts, first: Weighed | undefined, second: Weighed | undefined): NextStep | undefined {
  const { local, device, failing, refusal } = facts;
  if (failing.fixedSince) return freshAttempt;
  if (failing.otherDevice && local.accountDeviceIds.some((id) => sameId(id, failing.otherDevice?.row.deviceDetail?.deviceId))) return step('helpdesk', 'In which app and with which account did it fail: the sign-in showed a work account of this laptop instead of its join?');
  if (failing.otherDevice) return step('helpdesk', 'Which laptop does the person sit at: the one of the output, or the one the sign-in log shows?');
  if (verdict === 'run-as-system-or-elevated' || !local.given) return runA;
  if (verdict === 'record-deleted' || verdict === 'record-disabled') {
    return device.state === 'could-not-check' ? step('helpdesk', 'Is the device in Entra under this device id, and is it enabled?') : undefined;
  }
  // A few rows typed by hand: what is missing is the rest of the same output, not another run.
  if (local.fewRows && local.prt === 'no' && !first?.isNamed) return runA;
  // A key test adds nothing to a password, a clock or a network that two observations already name.
  const isOpen = !first?.isNamed || first.confidence === 'possible';
  if (verdict === 'certificate' || verdict === 'tpm' || (local.prt === 'no' && !refusal && isOpen)) return local.keySign === undefined ? runB : freshAttempt;
  if (verdict === 'healthy' || verdict === 'not-device' || verdict === 'unclear') return freshAttempt;
  return second?.isNamed ? freshAttempt : undefined;
}
