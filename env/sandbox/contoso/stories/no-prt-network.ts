import { joinedMachine } from '../../dsregcmd/machine.ts';
import { goodDays, phone, presented } from '../everyday.ts';
import { person as named } from '../person.ts';
import { settled, settledLaptop, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Gregor', 'Vasile');
const laptop = machine('CTS-LT-2110');
const device = settled(laptop);
const slug = 'no-prt-network';

/** Behind a hotel's proxy the sign-in host cannot be resolved: nothing of it reaches the log. */
export const noPrtNetwork: Story = {
  slug,
  causeId: 'no-prt-network',
  person,
  laptop,
  story: 'In a hotel network the laptop cannot reach the sign-in service; the browser seems to work.',
  build(stage) {
    settledLaptop(stage, person, device, 49);
    goodDays(stage, person, presented(device), [50, 56, 74]);
    phone(stage, person, [25, 600]);
  },
  capture: (times) =>
    joinedMachine(
      {
        person,
        ...laptop,
        certificateFrom: settledSince,
        authStatus: 'FAILED. Error:0xd000023c',
        prt: {
          has: false,
          failure: {
            kind: 'Refresh',
            minutesAgo: 34,
            status: '0xc000023c',
            correlationId: correlationOf(slug),
            httpError: '0x80072ee7',
          },
        },
      },
      times,
    ),
};
