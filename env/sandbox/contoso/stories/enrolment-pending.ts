import { joinedMachine } from '../../dsregcmd/machine.ts';
import { phone, presented } from '../everyday.ts';
import { person as named } from '../person.ts';
import { settled } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';
import type { DeviceStory } from '../rows/device.ts';
import { objectIdOf } from '../rows/device.ts';

const person = named('Casper', 'Nyman');
const laptop = machine('CTS-LT-2613');
const slug = 'enrolment-pending';

/** Joined and enrolled this morning; the first compliance check is not through. */
const device = (registeredAt: string): DeviceStory => settled(laptop, { registeredAt, compliant: null });

export const enrolmentPending: Story = {
  slug,
  causeId: 'enrolment-pending',
  person,
  laptop,
  story: 'A laptop that joined this morning; Intune has not finished looking at it.',
  build(stage) {
    const { at } = stage;
    stage.user(person);
    stage.device(device(at.hoursAgo(5)), person, { approximateLastSignInDateTime: at.hoursAgo(5) });
    stage.managed(
      {
        deviceId: laptop.deviceId,
        name: laptop.name,
        owner: person,
        enrolledAt: at.minutesAgo(290),
        lastSyncAt: at.minutesAgo(70),
      },
      {
        failing: [{ setting: 'Windows10CompliancePolicy.BitLockerEnabled', settingName: 'BitLocker', state: 'unknown' }],
        more: { complianceState: 'unknown', isEncrypted: false },
        protection: { rebootRequired: true, deviceState: 'rebootPending' },
      },
    );
    stage.audit({
      at: at.hoursAgo(5),
      activity: 'Register device',
      service: 'Device Registration Service',
      category: 'Device',
      operation: 'Register',
      by: { person },
      target: { id: objectIdOf(laptop.deviceId), name: laptop.name, type: 'Device' },
    });
    const failing = {
      person,
      code: 53000,
      device: presented(device('')),
      policies: { compliant: 'failure', pilot: 'reportOnlyFailure' } as const,
    };
    stage.signIn({ ...failing, at: at.minutesAgo(58), interactive: false });
    stage.signIn({ ...failing, at: at.minutesAgo(29), interactive: false, correlationId: correlationOf(slug) });
    stage.signIn({ ...failing, at: at.minutesAgo(28) });
    phone(stage, person, [26]);
  },
  capture: (times) =>
    joinedMachine(
      {
        person,
        ...laptop,
        certificateFrom: times.beforeSeed(300),
        authStatus: 'SUCCESS',
        prt: { has: true, renewedMinutesAgo: 61 },
      },
      times,
    ),
};
