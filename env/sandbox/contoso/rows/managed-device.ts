import type { ManagedDevice } from '@microsoft/microsoft-graph-types';
import type { Row } from '../../graph/odata/filter-match.ts';
import { guid } from '../ids.ts';
import type { Moments } from '../moments.ts';
import type { Person } from '../person.ts';

export interface ManagedStory {
  readonly deviceId: string;
  readonly name: string;
  readonly owner: Person;
  readonly enrolledAt: string;
  readonly lastSyncAt: string;
}

export const managedIdOf = (deviceId: string): string => guid(`intune/${deviceId}`);

/** What Intune writes for a moment that never came. */
const never = '0001-01-01T00:00:00Z';

/** The years that mean "no grace period running". */
const noGrace = '9999-12-31T23:59:59Z';

/** An Intune record of a Windows laptop, compliant unless said otherwise. */
export function managedDeviceRow(story: ManagedStory, _at: Moments, more: Partial<ManagedDevice> = {}): Row {
  const device: ManagedDevice = {
    id: managedIdOf(story.deviceId),
    activationLockBypassCode: null,
    azureADDeviceId: story.deviceId,
    azureADRegistered: true,
    complianceGracePeriodExpirationDateTime: noGrace,
    complianceState: 'compliant',
    configurationManagerClientEnabledFeatures: null,
    deviceActionResults: [],
    deviceCategoryDisplayName: 'Unknown',
    deviceEnrollmentType: 'windowsAzureADJoin',
    deviceHealthAttestationState: null,
    deviceName: story.name,
    deviceRegistrationState: 'registered',
    easActivated: true,
    easActivationDateTime: never,
    easDeviceId: guid(`eas/${story.deviceId}`).replaceAll('-', '').toUpperCase(),
    emailAddress: story.owner.upn,
    enrolledDateTime: story.enrolledAt,
    enrollmentProfileName: null,
    exchangeAccessState: 'none',
    exchangeAccessStateReason: 'none',
    exchangeLastSuccessfulSyncDateTime: never,
    freeStorageSpaceInBytes: 312_000_000_000,
    isEncrypted: true,
    isSupervised: false,
    jailBroken: 'Unknown',
    lastSyncDateTime: story.lastSyncAt,
    managedDeviceName: `${story.owner.upn.split('@')[0] ?? ''}_Windows_${story.enrolledAt.slice(0, 10)}`,
    managedDeviceOwnerType: 'company',
    managementAgent: 'mdm',
    managementCertificateExpirationDate: new Date(new Date(story.enrolledAt).getTime() + 365 * 86_400_000).toISOString(),
    manufacturer: 'Fabrikam',
    model: 'FabrikamBook 14',
    notes: null,
    operatingSystem: 'Windows',
    osVersion: '10.0.26100.6899',
    partnerReportedThreatState: 'unknown',
    requireUserEnrollmentApproval: null,
    serialNumber: serialOf(story.deviceId),
    totalStorageSpaceInBytes: 510_000_000_000,
    userDisplayName: story.owner.name,
    userPrincipalName: story.owner.upn,
    ...more,
  };
  // these two are in the metadata of v1.0 but not in the typings
  return { managementState: 'managed', ...(device as Row), userId: story.owner.id };
}

export const serialOf = (deviceId: string): string =>
  `FB${guid(`serial/${deviceId}`).replaceAll('-', '').slice(0, 8).toUpperCase()}`;

/** Defender's state as Intune reports it. */
export function protectionRow(deviceId: string, at: Moments, more: Row = {}): Row {
  return {
    id: managedIdOf(deviceId),
    malwareProtectionEnabled: true,
    deviceState: 'clean',
    realTimeProtectionEnabled: true,
    networkInspectionSystemEnabled: true,
    quickScanOverdue: false,
    fullScanOverdue: false,
    signatureUpdateOverdue: false,
    rebootRequired: false,
    fullScanRequired: false,
    engineVersion: '1.1.25100.9002',
    signatureVersion: '1.441.123.0',
    antiMalwareVersion: '4.18.25100.9008',
    lastQuickScanDateTime: at.hoursAgo(20),
    lastFullScanDateTime: at.daysAgo(12),
    lastQuickScanSignatureVersion: '1.441.101.0',
    lastFullScanSignatureVersion: '1.439.77.0',
    lastReportedDateTime: at.hoursAgo(3),
    productStatus: 'noStatusFlagsSet',
    isVirtualMachine: false,
    tamperProtectionEnabled: true,
    ...more,
  };
}
