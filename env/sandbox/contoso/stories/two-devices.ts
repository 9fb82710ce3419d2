import { joinedMachine } from '../../dsregcmd/machine.ts';
import { goodDays, phone, presented } from '../everyday.ts';
import { person as named } from '../person.ts';
import { settled, settledLaptop, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Rasmus', 'Thorne');
const desk = machine('CTS-LT-2121');
const travel = machine('CTS-LT-2122');
const slug = 'two-devices';
const travelDevice = settled(travel, { compliant: false });

/** The desk laptop is fine all day; the travel laptop, out of the drawer after months, is not. */
export const twoDevices: Story = {
  slug,
  causeId: 'not-compliant',
  person,
  laptop: travel,
  story: 'Has two laptops: the one at the desk works, the travel laptop lost its BitLocker and is refused.',
  build(stage) {
    const { at } = stage;
    settledLaptop(stage, person, settled(desk));
    stage.device(travelDevice, person, { approximateLastSignInDateTime: at.daysAgo(64) });
    stage.managed(
      {
        deviceId: travel.deviceId,
        name: travel.name,
        owner: person,
        enrolledAt: '2025-03-11T07:49:40Z',
        lastSyncAt: at.minutesAgo(130),
      },
      {
        failing: [
          {
            setting: 'Windows10CompliancePolicy.BitLockerEnabled',
            settingName: 'BitLocker',
            state: 'nonCompliant',
            currentValue: 'False',
          },
        ],
        more: { complianceState: 'noncompliant', isEncrypted: false },
      },
    );
    goodDays(stage, person, presented(settled(desk)), [2, 6, 25, 31]);
    const failing = {
      person,
      code: 53000,
      device: presented(travelDevice),
      policies: { compliant: 'failure', pilot: 'reportOnlyFailure' } as const,
    };
    stage.signIn({ ...failing, at: at.minutesAgo(48), interactive: false, correlationId: correlationOf(slug) });
    stage.signIn({ ...failing, at: at.minutesAgo(46) });
    phone(stage, person, [90]);
  },
  capture: (times) =>
    joinedMachine(
      { person, ...travel, certificateFrom: settledSince, authStatus: 'SUCCESS', prt: { has: true, renewedMinutesAgo: 55 } },
      times,
    ),
};
