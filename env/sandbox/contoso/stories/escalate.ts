import { joinedMachine } from '../../dsregcmd/machine.ts';
import { applications } from '../applications.ts';
import { goodDays, phone, presented } from '../everyday.ts';
import { person as named } from '../person.ts';
import { settled, settledLaptop, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Odette', 'Marchetti');
const laptop = machine('CTS-LT-2116');
const device = settled(laptop);
const slug = 'escalate';

/** Every condition is met, and the row itself says so, yet the grant fails; the last Intune news is older than the failures. */
export const escalate: Story = {
  slug,
  causeId: 'escalate',
  person,
  laptop,
  story: 'Everything is in order and still the sign-in is refused as not compliant.',
  build(stage) {
    const { at } = stage;
    settledLaptop(stage, person, device, 31);
    goodDays(stage, person, presented(device), [54, 60]);
    const failing = { person, code: 53000, device: presented(device), policies: { compliant: 'failure' } as const };
    stage.signIn({ ...failing, at: at.hoursAgo(23), interactive: false });
    stage.signIn({ ...failing, at: at.minutesAgo(150), app: applications.outlook });
    stage.signIn({ ...failing, at: at.minutesAgo(23), interactive: false, correlationId: correlationOf(slug) });
    stage.signIn({ ...failing, at: at.minutesAgo(21) });
    phone(stage, person, [40]);
  },
  capture: (times) =>
    joinedMachine(
      { person, ...laptop, certificateFrom: settledSince, authStatus: 'SUCCESS', prt: { has: true, renewedMinutesAgo: 35 } },
      times,
    ),
};
