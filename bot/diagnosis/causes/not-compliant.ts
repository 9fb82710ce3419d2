import type { Facts, Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { iso } from '../facts/moments.ts';
import { complianceAsked, complianceDemanded } from './asked-for-compliance.ts';
import { type Cause, nothing } from './cause.ts';
import { refusalFinding } from './code-findings.ts';

/**
 * Registered and enrolled, but Entra holds the device as not compliant and an enforced policy asks for compliance.
 * @see https://learn.microsoft.com/intune/intune-service/protect/device-compliance-get-started
 */
export const notCompliant: Cause = { id: 'not-compliant', gate: 'policy', weigh };

function weigh(facts: Facts): Weighing {
  const { refusal, management, intune, demand } = facts;
  const asked = complianceAsked(facts);
  const { standing } = management;
  const isNoncompliant = standing === 'noncompliant';
  const detail = refusal?.row.deviceDetail;
  const named = refusal?.errorCode === 530002 && detail?.isManaged !== false;
  if (asked === 'no' && !isNoncompliant) return nothing;
  const rowSaysSo = asked === 'yes' && demand?.wants === 'compliance' && refusal?.presented === 'this' && detail?.isManaged === true && detail.isCompliant === false;
  const rules = intune.failedSettings?.map((setting) => setting.settingName ?? setting.setting).filter(Boolean) ?? [];
  const blamed = asked !== 'no';
  const found = present([
    rowSaysSo && isNoncompliant && finding('refused-as-not-compliant', 'sign-in-log', 'T2', 'conclusive', 'Entra saw exactly this device, managed but not compliant, and refused it.', iso(refusal.at)),
    blamed && complianceDemanded(facts),
    blamed && refusalFinding(facts, 'not-compliant'),
    isNoncompliant && management.isCompliant === false && finding('device-not-compliant', 'entra-device', 'T1', blamed ? 'strong' : 'weak', 'Entra holds this device as not compliant.'),
    isNoncompliant && intune.compliance === 'noncompliant' && finding('intune-noncompliant', 'intune', 'T1', blamed ? 'strong' : 'weak', rules.length ? `Intune names the failing rule: ${rules.slice(0, 3).join(', ')}.` : 'Intune holds this device as not compliant.', iso(intune.lastSyncAt)),
    isNoncompliant && intune.compliance !== 'noncompliant' && management.isCompliant !== false && finding('compliance-not-evaluated', 'entra-device', 'T1', blamed ? 'strong' : 'weak', 'The device is managed, but nobody has found it compliant.'),
  ]);
  const otherStanding = ['orphan', 'not-managed'].includes(standing) && !named;
  return {
    for: found,
    against: present([
      (standing === 'compliant' || standing === 'lagging') && finding('compliant-now', 'entra-device', 'T1', 'strong', 'The device is compliant now.'),
      standing === 'grace' && finding('in-grace-period', 'intune', 'T1', 'strong', 'Intune still grants a grace period, in which access is allowed.'),
      standing === 'pending' && finding('young-device', 'entra-device', 'T1', 'strong', 'The device is less than a day old and not yet evaluated.'),
    ]),
    excluded: standing === 'compliant' || standing === 'lagging' || standing === 'grace' || otherStanding || (standing === 'pending' && !named),
    atMost: asked === 'unseen' ? 'possible' : standing === 'pending' ? 'very-likely' : undefined,
  };
}
