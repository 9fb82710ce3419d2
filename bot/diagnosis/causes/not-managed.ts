import type { Facts, Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { complianceAsked, complianceDemanded } from './asked-for-compliance.ts';
import { type Cause, nothing } from './cause.ts';
import { looseFindings, refusalFinding } from './code-findings.ts';

/**
 * The object is present and enabled, but no working management stands behind it: never enrolled, or enrolled under a
 * former registration.
 * @see https://learn.microsoft.com/intune/intune-service/enrollment/windows-enroll
 */
export const notManaged: Cause = { id: 'not-managed', gate: 'policy', weigh };

function weigh(facts: Facts): Weighing {
  const { management, intune, local } = facts;
  const asked = complianceAsked(facts);
  const { standing } = management;
  const isUnmanaged = standing === 'not-managed' || standing === 'orphan';
  const enrolment = looseFindings(facts, 'not-managed');
  if (asked === 'no' && enrolment.length === 0) return nothing;
  const absent = intune.state === 'none' && management.isManaged !== true;
  const code = asked === 'no' ? undefined : refusalFinding(facts, 'not-managed');
  const found = present([
    isUnmanaged && asked === 'yes' && standing === 'orphan' && finding('managed-device-orphan', 'intune', 'T1', 'conclusive', 'Intune manages a former registration of this laptop, not this one.'),
    isUnmanaged && asked === 'unseen' && standing === 'orphan' && finding('managed-device-orphan', 'intune', 'T1', 'strong', 'Intune manages a former registration of this laptop, not this one.'),
    isUnmanaged && standing !== 'orphan' && management.isManaged !== undefined && finding('device-not-managed', 'entra-device', 'T1', absent && asked === 'yes' ? 'conclusive' : 'strong', 'Entra holds this device as not managed.'),
    isUnmanaged && intune.state === 'none' && finding('no-managed-device', 'intune', 'T1', 'strong', 'Intune has no record of this device.'),
    ...(isUnmanaged || standing === 'unknown' ? [complianceDemanded(facts), code] : []),
    ...enrolment,
    isUnmanaged && local.mdmUrlEmpty && finding('mdm-url-empty', 'dsregcmd', 'T4', 'weak', 'The laptop knows no management address: the person may be outside the enrolment scope.'),
  ]);
  const isManaged = intune.state === 'found' && ['compliant', 'noncompliant', 'lagging', 'grace'].includes(standing);
  return {
    for: found,
    against: present([isManaged && finding('managed-device-found', 'intune', 'T1', 'strong', 'Intune manages this very device.')]),
    excluded: isManaged || standing === 'compliant' || standing === 'noncompliant' || (standing === 'pending' && enrolment.length === 0),
    atMost: asked === 'unseen' ? 'possible' : undefined,
  };
}
