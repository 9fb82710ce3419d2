import type { Device, ManagedDevice, User } from '@microsoft/microsoft-graph-types';
import type { Row } from '../graph/odata/filter-match.ts';
import { guid } from './ids.ts';
import type { Contoso } from './contoso.ts';
import type { Moments } from './moments.ts';
import type { Person } from './person.ts';
import { auditRow, type AuditStory } from './rows/audit.ts';
import { policyStateRows, type FailingRule } from './rows/compliance.ts';
import { deviceRow, objectIdOf, type DeviceStory } from './rows/device.ts';
import { managedDeviceRow, managedIdOf, protectionRow, type ManagedStory } from './rows/managed-device.ts';
import { signInRow, type SignInStory } from './rows/sign-in.ts';
import { userRow } from './rows/user.ts';

/** Where people, devices and events are put while the tenant is being made up. */
export interface Stage {
  readonly contoso: Contoso;
  readonly at: Moments;
  user(person: Person, more?: Partial<User>): void;
  /** A device object; with an owner it is that person's registered and owned device. */
  device(story: DeviceStory, owner?: Person, more?: Partial<Device>): Row;
  /** An object that was deleted and lies in the bin. */
  deletedDevice(story: DeviceStory, deletedAt: string): Row;
  managed(
    story: ManagedStory,
    options?: { failing?: readonly FailingRule[]; protection?: Row; more?: Partial<ManagedDevice> },
  ): void;
  signIn(story: SignInStory): void;
  audit(story: AuditStory): void;
  member(groupId: string, person: Person): void;
  recoveryKey(deviceId: string, createdAt: string): void;
  localPassword(deviceId: string, name: string, backedUpAt: string): void;
}

export function createStage(contoso: Contoso, at: Moments): Stage {
  return {
    contoso,
    at,
    user: (person, more) => void contoso.users.push(userRow(person, at, more)),
    device(story, owner, more) {
      const row = deviceRow(story, at, more);
      contoso.devices.push(row);
      if (owner) contoso.registrations.push({ userId: owner.id, deviceObjectId: objectIdOf(story.deviceId) });
      return row;
    },
    deletedDevice(story, deletedAt) {
      const row = deviceRow(story, at, { deletedDateTime: deletedAt });
      contoso.deletedDevices.push(row);
      return row;
    },
    managed(story, options = {}) {
      contoso.managedDevices.push(managedDeviceRow(story, at, options.more));
      contoso.policyStates.set(managedIdOf(story.deviceId), policyStateRows(story.deviceId, story.owner, options.failing));
      contoso.protectionStates.set(managedIdOf(story.deviceId), protectionRow(story.deviceId, at, options.protection));
    },
    signIn: (story) => void contoso.signIns.push(signInRow(story)),
    audit: (story) => void contoso.directoryAudits.push(auditRow(story)),
    member(groupId, person) {
      const members = contoso.groupMembers.get(groupId) ?? new Set<string>();
      contoso.groupMembers.set(groupId, members.add(person.id));
    },
    recoveryKey: (deviceId, createdAt) =>
      void contoso.recoveryKeys.push({ id: guid(`bitlocker/${deviceId}`), createdDateTime: createdAt, volumeType: 1, deviceId }),
    localPassword: (deviceId, name, backedUpAt) =>
      void contoso.localCredentials.set(deviceId, {
        id: deviceId,
        deviceName: name,
        lastBackupDateTime: backedUpAt,
        refreshDateTime: backedUpAt,
      }),
  };
}
