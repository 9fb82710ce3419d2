import { joinedMachine } from '../../dsregcmd/machine.ts';
import { goodDays, phone, presented } from '../everyday.ts';
import { person as named } from '../person.ts';
import { settled, settledLaptop, settledSince } from '../settled.ts';
import { laptop as machine, type Story } from '../story.ts';

const person = named('Felix', 'Hartwell');
const laptop = machine('CTS-LT-2120');
const device = settled(laptop);

export const healthy: Story = {
  slug: 'healthy',
  causeId: 'healthy',
  person,
  laptop,
  story: 'Everything works; good for comparing.',
  build(stage) {
    settledLaptop(stage, person, device);
    goodDays(stage, person, presented(device), [1, 3, 25, 30]);
    phone(stage, person, [35]);
  },
  capture: (times) =>
    joinedMachine(
      { person, ...laptop, certificateFrom: settledSince, authStatus: 'SUCCESS', prt: { has: true, renewedMinutesAgo: 52 } },
      times,
    ),
};
