import { joinedMachine } from '../../dsregcmd/machine.ts';
import { goodDays, phone, presented } from '../everyday.ts';
import { person as named } from '../person.ts';
import { objectIdOf } from '../rows/device.ts';
import { settled, settledLaptop, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';
import { staff } from '../staff.ts';

const person = named('Tomas', 'Halvorsen');
const laptop = machine('CTS-LT-2102');
const device = settled(laptop);
const slug = 'record-disabled';

export const recordDisabled: Story = {
  slug,
  causeId: 'record-disabled',
  person,
  laptop,
  story: 'An administrator switched the record of the laptop off yesterday evening.',
  build(stage) {
    const { at } = stage;
    settledLaptop(stage, person, device);
    const row = stage.contoso.devices.at(-1);
    if (row) row['accountEnabled'] = false;
    stage.audit({
      at: at.hoursAgo(14),
      activity: 'Update device',
      service: 'Core Directory',
      category: 'Device',
      operation: 'Update',
      by: { person: staff.cloudDevice },
      target: { id: objectIdOf(laptop.deviceId), name: laptop.name, type: 'Device' },
      changes: { AccountEnabled: [[true], [false]], 'Included Updated Properties': [null, 'AccountEnabled'] },
    });
    goodDays(stage, person, presented(device), [16, 28, 40]);
    stage.signIn({
      person,
      at: at.minutesAgo(33),
      code: 135011,
      device: presented(device),
      policies: 'none',
      interactive: false,
      correlationId: correlationOf(slug),
    });
    stage.signIn({ person, at: at.minutesAgo(31), code: 135011, device: presented(device), policies: 'none' });
    phone(stage, person, [20]);
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
            minutesAgo: 33,
            status: '0xc000006d',
            correlationId: correlationOf(slug),
            httpStatus: '400',
            serverCode: 'invalid_grant',
            serverText:
              'AADSTS70002: Error validating credentials. AADSTS135011: Device used during the authentication is disabled.',
          },
        },
      },
      times,
    ),
};
