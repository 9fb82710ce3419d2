import type { Facts, Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { clockText, day, iso, moment } from '../facts/moments.ts';
import { complianceAsked, complianceDemanded } from './asked-for-compliance.ts';
import { type Cause, nothing } from './cause.ts';
import { codeFindings, refusalFinding } from './code-findings.ts';

/**
 * The device is young: join, enrolment or the first compliance evaluation is still running. No fault in the first hours.
 * @see https://learn.microsoft.com/intune/intune-service/protect/compliance-policy-monitor
 */
export const enrolmentPending: Cause = { id: 'enrolment-pending', gate: 'policy', weigh };

function weigh(facts: Facts): Weighing {
  const { management, local, now, log, refusal } = facts;
  const asked = complianceAsked(facts);
  const isPending = management.standing === 'pending';
  const startedAt = moment(local.certificate?.startsAt);
  const justJoined = startedAt !== undefined && now >= startedAt && now - startedAt < day;
  // A hybrid PC gets its first token only at the sign-in after the join.
  const firstToken = justJoined && local.joinType === 'hybrid-joined' && local.prt === 'no' && local.attempts.length === 0 && local.deviceAuth?.kind !== 'refused' && local.deviceAuth?.kind !== 'could-not-run';
  const codes = codeFindings(facts, 'enrolment-pending').filter((entry) => entry.weight !== 'weak');
  if (!isPending && !firstToken && codes.length === 0) return nothing;
  const blamed = asked === 'yes';
  const isOpen = blamed || asked === 'unseen' || (refusal === undefined && log.state === 'read');
  return {
    for: present([
      isPending && finding('young-device', 'entra-device', 'T1', blamed ? 'conclusive' : isOpen ? 'strong' : 'weak', `The device has been known only since ${clockText(management.youngSince)}, and nobody has evaluated it yet.`, iso(management.youngSince)),
      isPending && blamed && complianceDemanded(facts),
      isPending && blamed && refusalFinding(facts, 'enrolment-pending'),
      firstToken && finding('first-sign-in-due', 'dsregcmd', 'T5', 'strong', `The laptop joined on ${clockText(startedAt)} and gets its first token at the next sign-in.`, iso(startedAt)),
      ...codes,
    ]),
    against: [],
    atMost: blamed ? undefined : 'possible',
  };
}
