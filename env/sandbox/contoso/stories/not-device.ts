import { joinedMachine } from '../../dsregcmd/machine.ts';
import { goodDays, phone, presented } from '../everyday.ts';
import { person as named } from '../person.ts';
import { settled, settledLaptop, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Dario', 'Petrescu');
const laptop = machine('CTS-LT-2115');
const device = settled(laptop);
const slug = 'not-device';

export const notDevice: Story = {
  slug,
  causeId: 'not-device',
  person,
  laptop,
  story: 'The laptop is fine; the sign-in waits for a second factor that was never answered.',
  build(stage) {
    const { at } = stage;
    settledLaptop(stage, person, device);
    goodDays(stage, person, presented(device), [26, 33, 51]);
    const failing = {
      person,
      code: 50076,
      device: presented(device),
      policies: { mfa: 'failure', compliant: 'success' } as const,
    };
    stage.signIn({ ...failing, at: at.minutesAgo(66), interactive: false });
    stage.signIn({ ...failing, at: at.minutesAgo(41), correlationId: correlationOf(slug) });
    phone(stage, person, [300]);
  },
  capture: (times) =>
    joinedMachine(
      { person, ...laptop, certificateFrom: settledSince, authStatus: 'SUCCESS', prt: { has: true, renewedMinutesAgo: 47 } },
      times,
    ),
};
