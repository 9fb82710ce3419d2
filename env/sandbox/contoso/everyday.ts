import { applications } from './applications.ts';
import type { Person } from './person.ts';
import type { DeviceStory } from './rows/device.ts';
import type { PresentedDevice } from './rows/sign-in.ts';
import type { Stage } from './stage.ts';

/** The device as it shows in its own sign-ins. */
export const presented = (device: DeviceStory): Exclude<PresentedDevice, string> => ({
  deviceId: device.deviceId,
  name: device.name,
  trustType: device.trustType,
  managed: device.managed === undefined ? true : device.managed,
  compliant: device.compliant === undefined ? (device.managed ?? true) : device.compliant,
});

/** Ordinary successful days of a laptop: the noise in which a failure must be found. `hours` are hours ago. */
export function goodDays(stage: Stage, person: Person, device: PresentedDevice, hours: readonly number[]): void {
  const apps = [applications.outlook, applications.teams, applications.oneDrive, applications.office];
  hours.forEach((hour, index) => {
    const app = apps[index % apps.length] ?? applications.teams;
    stage.signIn({ person, at: stage.at.hoursAgo(hour), device, app });
    stage.signIn({ person, at: stage.at.minutesAgo(hour * 60 - 3), device, app, interactive: false });
  });
}

/** Teams on the phone goes on working all the while. */
export function phone(stage: Stage, person: Person, minutes: readonly number[]): void {
  for (const minute of minutes) {
    stage.signIn({
      person,
      at: stage.at.minutesAgo(minute),
      device: 'phone',
      app: applications.teams,
      browser: 'Mobile Safari',
      ip: '192.0.2.77',
    });
  }
}
