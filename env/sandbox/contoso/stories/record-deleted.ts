import { joinedMachine } from '../../dsregcmd/machine.ts';
import { applications } from '../applications.ts';
import { goodDays, phone, presented } from '../everyday.ts';
import { person as named } from '../person.ts';
import { objectIdOf } from '../rows/device.ts';
import { settled, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Mara', 'Lindqvist');
const laptop = machine('CTS-LT-2101');
const device = settled(laptop);
const slug = 'record-deleted';

/** A clean-up job took the record away this morning; it lies in the bin. */
export const recordDeleted: Story = {
  slug,
  causeId: 'record-deleted',
  person,
  laptop,
  story: 'A clean-up job deleted the record of the laptop five hours ago; it can still be restored.',
  build(stage) {
    const { at } = stage;
    stage.user(person);
    stage.deletedDevice(device, at.hoursAgo(5));
    stage.managed({
      deviceId: laptop.deviceId,
      name: laptop.name,
      owner: person,
      enrolledAt: '2025-03-11T07:49:40Z',
      lastSyncAt: at.hoursAgo(6),
    });
    stage.audit({
      at: at.hoursAgo(5),
      activity: 'Delete device',
      service: 'Core Directory',
      category: 'Device',
      operation: 'Delete',
      by: { app: 'Stale Device Cleanup' },
      target: { id: objectIdOf(laptop.deviceId), name: laptop.name, type: 'Device' },
    });
    goodDays(stage, person, presented(device), [7, 26, 31, 50]);
    stage.signIn({
      person,
      at: at.minutesAgo(26),
      code: 700003,
      device: 'none',
      policies: 'none',
      interactive: false,
      correlationId: correlationOf(slug),
    });
    stage.signIn({ person, at: at.minutesAgo(24), code: 700003, device: 'none', policies: 'none', app: applications.office });
    phone(stage, person, [15, 140]);
  },
  capture: (times) =>
    joinedMachine(
      {
        person,
        ...laptop,
        certificateFrom: settledSince,
        authStatus: 'FAILED. Device is either disabled or deleted',
        prt: {
          has: false,
          failure: {
            kind: 'Acquire',
            minutesAgo: 26,
            status: '0xc000006d',
            correlationId: correlationOf(slug),
            httpStatus: '400',
            serverCode: 'invalid_grant',
            serverText: 'AADSTS70002: Error validating credentials. AADSTS50155: Device authentication failed for this user.',
          },
        },
      },
      times,
    ),
};
