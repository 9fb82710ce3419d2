import type { Person } from './person.ts';
import type { DeviceStory } from './rows/device.ts';
import type { Laptop } from './story.ts';
import type { Stage } from './stage.ts';

/** When the long-standing laptops of the cast were registered; a fixed day, so that captures kept as text agree with it. */
export const settledSince = '2025-03-11T07:42:18Z';

/** A joined laptop of long standing. */
export const settled = (laptop: Laptop, more: Partial<DeviceStory> = {}): DeviceStory => ({
  deviceId: laptop.deviceId,
  name: laptop.name,
  trustType: 'AzureAd',
  registeredAt: settledSince,
  thumbprint: laptop.thumbprint,
  ...more,
});

/** Puts person, laptop and a compliant Intune record on the stage, with its safety copies. */
export function settledLaptop(stage: Stage, person: Person, device: DeviceStory, lastSyncHoursAgo = 2): void {
  stage.user(person);
  stage.device(device, person);
  stage.managed({
    deviceId: device.deviceId,
    name: device.name,
    owner: person,
    enrolledAt: '2025-03-11T07:49:40Z',
    lastSyncAt: stage.at.hoursAgo(lastSyncHoursAgo),
  });
  stage.recoveryKey(device.deviceId, '2025-03-11T08:20:05Z');
  stage.localPassword(device.deviceId, device.name, stage.at.daysAgo(11));
}
