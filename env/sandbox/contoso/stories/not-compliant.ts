import { joinedMachine } from '../../dsregcmd/machine.ts';
import { applications } from '../applications.ts';
import { goodDays, phone, presented } from '../everyday.ts';
import { person as named } from '../person.ts';
import { settled, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Priya', 'Venkatesan');
const laptop = machine('CTS-LT-2103');
const device = settled(laptop, { compliant: false });
const slug = 'not-compliant';

export const notCompliant: Story = {
  slug,
  causeId: 'not-compliant',
  person,
  laptop,
  story: 'Windows is too old for the compliance rule, and the grace period is over since last night.',
  build(stage) {
    const { at } = stage;
    stage.user(person);
    stage.device(device, person, { operatingSystemVersion: '10.0.22621.4317' });
    stage.managed(
      {
        deviceId: laptop.deviceId,
        name: laptop.name,
        owner: person,
        enrolledAt: '2025-03-11T07:49:40Z',
        lastSyncAt: at.hoursAgo(9),
      },
      {
        failing: [
          {
            setting: 'Windows10CompliancePolicy.OsMinimumVersion',
            settingName: 'Minimum OS version',
            state: 'nonCompliant',
            currentValue: '10.0.22621.4317',
          },
        ],
        more: {
          complianceState: 'noncompliant',
          osVersion: '10.0.22621.4317',
          complianceGracePeriodExpirationDateTime: at.hoursAgo(10),
        },
      },
    );
    stage.recoveryKey(laptop.deviceId, '2025-03-11T08:20:05Z');
    stage.audit({
      at: at.hoursAgo(9),
      activity: 'Device no longer compliant',
      service: 'Core Directory',
      category: 'Device',
      operation: 'Update',
      by: { app: 'Microsoft Intune' },
      target: { id: stage.contoso.devices.at(-1)?.['id'] as string, name: laptop.name, type: 'Device' },
      changes: { IsCompliant: [[true], [false]] },
    });
    goodDays(stage, person, { ...presented(device), compliant: true }, [30, 34, 52]);
    const failing = {
      person,
      code: 53000,
      device: presented(device),
      policies: { compliant: 'failure', pilot: 'reportOnlyFailure' } as const,
    };
    stage.signIn({ ...failing, at: at.minutesAgo(71), app: applications.outlook, interactive: false });
    stage.signIn({ ...failing, at: at.minutesAgo(27), interactive: false, correlationId: correlationOf(slug) });
    stage.signIn({ ...failing, at: at.minutesAgo(25) });
    phone(stage, person, [12, 300]);
  },
  capture: (times) =>
    joinedMachine(
      { person, ...laptop, certificateFrom: settledSince, authStatus: 'SUCCESS', prt: { has: true, renewedMinutesAgo: 74 } },
      times,
    ),
};
