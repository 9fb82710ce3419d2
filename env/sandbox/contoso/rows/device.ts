import type { Device } from '@microsoft/microsoft-graph-types';
import type { Row } from '../../graph/odata/filter-match.ts';
import { certificateKey, guid } from '../ids.ts';
import type { Moments } from '../moments.ts';

/** Microsoft's app id of Intune, which marks a device as managed by it. */
export const intuneAppId = '0000000a-0000-0000-c000-000000000000';

export type TrustType = 'AzureAd' | 'ServerAd' | 'Workplace';

export interface DeviceStory {
  readonly deviceId: string;
  readonly name: string;
  readonly trustType: TrustType;
  readonly registeredAt: string;
  /** Of the certificate the directory knows; null for an object that has none yet. */
  readonly thumbprint: string | null;
  readonly managed?: boolean | null;
  readonly compliant?: boolean | null;
}

/** The object id of the device with this `deviceId`: another GUID, as in Entra. */
export const objectIdOf = (deviceId: string): string => guid(`object/${deviceId}`);

/** A Windows device object, enabled, managed by Intune and compliant unless the story says otherwise. */
export function deviceRow(story: DeviceStory, at: Moments, more: Partial<Device> = {}): Row {
  const managed = story.managed === undefined ? true : story.managed;
  const hybrid = story.trustType === 'ServerAd';
  const personal = story.trustType === 'Workplace';
  const device: Device = {
    id: objectIdOf(story.deviceId),
    deletedDateTime: null,
    accountEnabled: true,
    alternativeSecurityIds:
      story.thumbprint === null ? [] : [{ type: 2, identityProvider: null, key: certificateKey(story.thumbprint) }],
    approximateLastSignInDateTime: at.daysAgo(6),
    complianceExpirationDateTime: null,
    deviceCategory: null,
    deviceId: story.deviceId,
    deviceMetadata: null,
    deviceOwnership: managed ? (personal ? 'Personal' : 'Company') : null,
    deviceVersion: 2,
    displayName: story.name,
    enrollmentProfileName: null,
    enrollmentType: managed ? (hybrid ? 'OnPremiseCoManaged' : personal ? 'WindowsUserEnrollment' : 'AzureDomainJoined') : null,
    isCompliant: story.compliant === undefined ? managed : story.compliant,
    isManaged: managed,
    managementType: managed ? 'MDM' : null,
    manufacturer: 'Fabrikam',
    mdmAppId: managed ? intuneAppId : null,
    model: 'FabrikamBook 14',
    onPremisesLastSyncDateTime: hybrid ? at.minutesAgo(21) : null,
    onPremisesSyncEnabled: hybrid ? true : null,
    operatingSystem: 'Windows',
    operatingSystemVersion: '10.0.26100.6899',
    physicalIds: [`[USER-HWID]:${guid(`hwid/${story.deviceId}`)}`, `[GID]:g:${guid(`gid/${story.deviceId}`)}`],
    profileType: 'RegisteredDevice',
    registrationDateTime: story.registeredAt,
    systemLabels: [],
    trustType: story.trustType,
    ...more,
  };
  return device as Row;
}
