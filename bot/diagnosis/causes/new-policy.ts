import type { Facts, Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { changeText } from '../facts/policy-change.ts';
import { iso } from '../facts/moments.ts';
import { type Cause, nothing } from './cause.ts';

/**
 * An enforced policy that was created or changed shortly before its first failure asks for what this device has not.
 * A change alone is context: an earlier success or other people with the same policy must agree.
 * @see https://learn.microsoft.com/entra/identity/conditional-access/troubleshoot-policy-changes-audit-log
 */
export const newPolicy: Cause = { id: 'new-policy', gate: 'policy', weigh };

function weigh({ policyChange: change, demand, refusal, graph }: Facts): Weighing {
  if (!change || !demand || !refusal) return nothing;
  if (!change.earlierSuccess && !change.cohort) return nothing;
  return {
    for: present([
      finding('policy-changed', change.basis === 'audit' ? 'audit-log' : 'conditional-access', 'T1', change.basis === 'audit' ? 'conclusive' : 'strong', `${changeText(change)}, shortly before the first failure.`, iso(change.at)),
      finding('changed-policy-fails', 'sign-in-log', 'T2', 'strong', `This is the policy that refused the sign-in: ${change.policyName}.`, iso(refusal.at)),
      change.earlierSuccess && finding('earlier-success', 'sign-in-log', 'T2', 'strong', 'The same person got in from the same device before the change.'),
      change.cohort && finding('cohort', 'other-cases', 'T5', 'strong', `${graph?.cohort?.users ?? 'Several'} people fail with the same policy.`),
    ]),
    against: [],
  };
}
