import { joinedMachine } from '../../dsregcmd/machine.ts';
import { goodDays, phone, presented } from '../everyday.ts';
import { thumbprint } from '../ids.ts';
import { person as named } from '../person.ts';
import { objectIdOf } from '../rows/device.ts';
import { settled, settledLaptop, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Selma', 'Kovarik');
const laptop = machine('CTS-LT-2107');
const device = settled(laptop);
/** The certificate of the image that the laptop was set back to; the directory has renewed since. */
const oldThumbprint = thumbprint('restored-image/CTS-LT-2107');
const slug = 'certificate';

export const certificate: Story = {
  slug,
  causeId: 'certificate',
  person,
  laptop,
  story: 'The laptop was set back to an old image: its certificate is no longer the one the directory knows.',
  build(stage) {
    const { at } = stage;
    settledLaptop(stage, person, device, 26);
    stage.audit({
      at: at.daysAgo(9),
      activity: 'Update device',
      service: 'Core Directory',
      category: 'Device',
      operation: 'Update',
      by: { app: 'Device Registration Service' },
      target: { id: objectIdOf(laptop.deviceId), name: laptop.name, type: 'Device' },
      changes: { DeviceOSVersion: [['10.0.26100.4652'], ['10.0.26100.6899']] },
    });
    goodDays(stage, person, presented(device), [27, 31, 55]);
    stage.signIn({
      person,
      at: at.minutesAgo(38),
      code: 50187,
      device: 'none',
      policies: 'none',
      interactive: false,
      correlationId: correlationOf(slug),
    });
    stage.signIn({ person, at: at.minutesAgo(36), code: 50155, device: 'none', policies: 'none' });
    phone(stage, person, [22]);
  },
  capture: (times) =>
    joinedMachine(
      {
        person,
        ...laptop,
        thumbprint: oldThumbprint,
        certificateFrom: settledSince,
        authStatus: 'FAILED. Device is either disabled or deleted',
        prt: {
          has: false,
          failure: {
            kind: 'Acquire',
            minutesAgo: 38,
            status: '0xc000006d',
            correlationId: correlationOf(slug),
            httpStatus: '400',
            serverCode: 'invalid_grant',
            serverText: 'AADSTS50187: Failed to perform device authentication.',
          },
        },
      },
      times,
    ),
};
