import type { Row } from '../../graph/odata/filter-match.ts';
import { compliancePolicyIds } from '../compliance-policies.ts';
import { guid } from '../ids.ts';
import type { Person } from '../person.ts';

/** A rule that does not pass on one device. */
export interface FailingRule {
  readonly setting: string;
  readonly settingName: string;
  readonly state: 'nonCompliant' | 'error' | 'unknown';
  readonly currentValue?: string;
  readonly errorCode?: number;
  readonly errorDescription?: string;
}

const passing: readonly (readonly [setting: string, name: string])[] = [
  ['Windows10CompliancePolicy.BitLockerEnabled', 'BitLocker'],
  ['Windows10CompliancePolicy.SecureBootEnabled', 'Secure Boot'],
  ['Windows10CompliancePolicy.OsMinimumVersion', 'Minimum OS version'],
  ['Windows10CompliancePolicy.RtpEnabled', 'Real-time protection'],
  ['Windows10CompliancePolicy.PasswordRequired', 'Require a password to unlock mobile devices'],
];

function settingRow(setting: string, settingName: string, owner: Person, more: Row = {}): Row {
  return {
    setting,
    settingName,
    instanceDisplayName: null,
    state: 'compliant',
    errorCode: 0,
    errorDescription: null,
    userId: owner.id,
    userName: owner.name,
    userEmail: owner.upn,
    userPrincipalName: owner.upn,
    sources: [],
    currentValue: null,
    ...more,
  };
}

/** The compliance states of one device: the tenant's Windows policy, and Intune's built-in one. */
export function policyStateRows(deviceId: string, owner: Person, failing: readonly FailingRule[] = []): Row[] {
  const settings = passing.map(([setting, name]) => {
    const failure = failing.find((rule) => rule.setting === setting);
    return settingRow(setting, name, owner, failure ? { ...failure } : {});
  });
  const worst = failing.some((rule) => rule.state === 'nonCompliant') ? 'nonCompliant' : (failing[0]?.state ?? 'compliant');
  const builtIn = ['IsActive', 'DeviceHasBeenAssigned', 'UserExists'].map((rule) =>
    settingRow(`DefaultDeviceCompliancePolicy.Require${rule}`, rule, owner),
  );
  const state = (name: string, id: string, settingStates: Row[], verdict: string): Row => ({
    id: guid(`policy-state/${id}/${deviceId}`),
    displayName: name,
    platformType: 'windows10AndLater',
    settingCount: settingStates.length,
    settingStates,
    state: verdict,
    version: 4,
  });
  return [
    state('Windows baseline compliance', compliancePolicyIds.windowsBaseline, settings, worst),
    state('Default Device Compliance Policy', compliancePolicyIds.builtIn, builtIn, 'compliant'),
  ];
}
