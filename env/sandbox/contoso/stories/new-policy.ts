import { joinedMachine } from '../../dsregcmd/machine.ts';
import { applications } from '../applications.ts';
import { goodDays, phone, presented } from '../everyday.ts';
import { groupIds } from '../groups.ts';
import { person as named } from '../person.ts';
import { settled, settledLaptop, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Wanda', 'Fairweather');
const laptop = machine('CTS-LT-2114');
const device = settled(laptop);
const slug = 'new-policy';

/** Nothing about the laptop changed; three hours ago CA110 went from report-only to enabled. */
export const newPolicy: Story = {
  slug,
  causeId: 'new-policy',
  person,
  laptop,
  story: 'A policy was switched on this morning and asks for hybrid joined laptops; a dozen colleagues fail too.',
  build(stage) {
    const { at } = stage;
    settledLaptop(stage, person, device);
    stage.member(groupIds.collaboration, person);
    goodDays(stage, person, presented(device), [4, 8, 24, 29]);
    const failing = { person, code: 53001, device: presented(device), policies: { collaboration: 'failure' } as const };
    stage.signIn({ ...failing, at: at.minutesAgo(84), app: applications.outlook, interactive: false });
    stage.signIn({ ...failing, at: at.minutesAgo(32), interactive: false, correlationId: correlationOf(slug) });
    stage.signIn({ ...failing, at: at.minutesAgo(30) });
    phone(stage, person, [24]);
  },
  capture: (times) =>
    joinedMachine(
      { person, ...laptop, certificateFrom: settledSince, authStatus: 'SUCCESS', prt: { has: true, renewedMinutesAgo: 66 } },
      times,
    ),
};
