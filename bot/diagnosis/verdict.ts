import type { Confidence, Verdict } from './diagnosis.ts';
import type { Facts } from './facts/facts.ts';
import type { Weighed } from './rank.ts';

export interface Judgement {
  readonly verdict: Verdict;
  readonly confidence: Confidence;
  readonly leading?: Weighed;
}

/** The cause at the top where a strong fact carries it; otherwise what keeps us from naming one. */
export function judge(ranked: readonly Weighed[], facts: Facts): Judgement {
  const [first] = ranked;
  if (first?.isNamed) return { verdict: first.cause, confidence: first.confidence, leading: first };
  const { local, failing, refusal } = facts;
  const wrongRun = local.verdict.reasonId;
  if (!local.verdict.usable && (wrongRun === 'system' || wrongRun === 'elevated' || wrongRun === 'other-account' || (wrongRun === 'local-account' && local.ranAsLocalAccount))) {
    return { verdict: 'run-as-system-or-elevated', confidence: 'unknown' };
  }
  if (failing.otherDevice || failing.fixedSince || (refusal && refusal.kind !== 'prompt')) return { verdict: 'unclear', confidence: 'possible' };
  if (isHealthy(facts)) return { verdict: 'healthy', confidence: facts.log.state === 'read' ? 'possible' : confidenceOfHealth(facts) };
  return { verdict: 'unclear', confidence: 'unknown' };
}

/** The device's own view is in order; it says nothing about what only Graph can see. */
function isHealthy({ local, device, management, history }: Facts): boolean {
  const deviceFine = local.hasPositiveRows && local.deviceAuth?.kind !== 'refused' && local.deviceAuth?.kind !== 'could-not-run' && local.keySign !== 'failed' && !local.recoveryPending;
  const tokenFine = local.prt === 'yes' || (local.prt === 'unknown' && !local.showsTokenMissing);
  const recordFine = device.state !== 'not-found' && device.state !== 'soft-deleted' && !device.pending && device.object?.accountEnabled !== false && device.thumbprint !== 'different' && history.deleted === undefined;
  const managementFine = ['compliant', 'unknown', 'grace'].includes(management.standing);
  return local.deviceRowsValid && deviceFine && tokenFine && recordFine && managementFine && !local.reported;
}

function confidenceOfHealth({ local }: Facts): Confidence {
  return local.prt === 'yes' && local.deviceAuth?.kind === 'success' ? 'very-likely' : 'possible';
}
