import type { Finding } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import { finding } from '../facts/finding.ts';
import { iso } from '../facts/moments.ts';

/**
 * Did a refusal really ask this device for compliance? Without a row no policy cause is named when the log could be
 * read; when it could not, the device's state alone may still be worth a "possible".
 */
export function complianceAsked({ refusal, demand, log }: Facts): 'yes' | 'unseen' | 'no' {
  if (refusal) {
    if (refusal.presented === 'other') return 'no';
    if (refusal.presented === 'empty' && refusal.errorCode !== 530002) return 'no';
    if (refusal.errorCode === 530002) return 'yes';
    if (demand?.wants === 'compliance') return 'yes';
    return 'no';
  }
  return log.state === 'could-not-read' ? 'unseen' : 'no';
}

/** The refusal as a finding: which policy, which grant. */
export function complianceDemanded({ demand, refusal }: Facts): Finding | undefined {
  if (demand?.wants !== 'compliance' || !refusal) return undefined;
  const who = demand.policyName ? `The policy “${demand.policyName}”` : 'The refusing policy';
  return finding('compliance-demanded', 'conditional-access', 'T2', 'strong', `${who} wants a compliant device.`, iso(refusal.at));
}
