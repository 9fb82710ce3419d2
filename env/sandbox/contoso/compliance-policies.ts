import type { Row } from '../graph/odata/filter-match.ts';
import { guid } from './ids.ts';
import type { Moments } from './moments.ts';

export const compliancePolicyIds = {
  windowsBaseline: guid('compliance/windows-baseline'),
  finance: guid('compliance/finance'),
  kiosks: guid('compliance/kiosks'),
  builtIn: guid('compliance/built-in'),
} as const;

function windowsPolicy(id: string, displayName: string, createdAt: string, changedAt: string, version: number, more: Row): Row {
  return {
    '@odata.type': '#microsoft.graph.windows10CompliancePolicy',
    id,
    displayName,
    description: null,
    createdDateTime: createdAt,
    lastModifiedDateTime: changedAt,
    version,
    bitLockerEnabled: false,
    codeIntegrityEnabled: false,
    earlyLaunchAntiMalwareDriverEnabled: false,
    mobileOsMaximumVersion: null,
    mobileOsMinimumVersion: null,
    osMaximumVersion: null,
    osMinimumVersion: null,
    passwordBlockSimple: true,
    passwordExpirationDays: null,
    passwordMinimumCharacterSetCount: null,
    passwordMinimumLength: 8,
    passwordMinutesOfInactivityBeforeLock: 10,
    passwordPreviousPasswordBlockCount: null,
    passwordRequired: true,
    passwordRequiredToUnlockFromIdle: false,
    passwordRequiredType: 'deviceDefault',
    requireHealthyDeviceReport: false,
    secureBootEnabled: true,
    storageRequireEncryption: false,
    ...more,
  };
}

/** Compliance policies of the tenant; none was touched lately. */
export const compliancePolicyRows = (at: Moments): Row[] => [
  windowsPolicy(compliancePolicyIds.windowsBaseline, 'Windows baseline compliance', at.daysAgo(610), at.daysAgo(74), 4, {
    bitLockerEnabled: true,
    osMinimumVersion: '10.0.22631.0',
  }),
  windowsPolicy(compliancePolicyIds.finance, 'Windows finance compliance', at.daysAgo(410), at.daysAgo(139), 2, {
    bitLockerEnabled: true,
    storageRequireEncryption: true,
    osMinimumVersion: '10.0.22631.0',
  }),
  windowsPolicy(compliancePolicyIds.kiosks, 'Windows kiosk compliance', at.daysAgo(322), at.daysAgo(322), 1, {
    passwordRequired: false,
    passwordMinimumLength: null,
  }),
];
