import { joinedMachine } from '../../dsregcmd/machine.ts';
import { goodDays, phone, presented } from '../everyday.ts';
import { person as named } from '../person.ts';
import { settled, settledLaptop, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Noor', 'El-Tayeb');
const laptop = machine('CTS-LT-2109');
const device = settled(laptop);
const slug = 'clock-skew';

/** The laptop's clock runs three hours ahead; its own moments lie in the future. */
const aheadMinutes = 180;

export const clockSkew: Story = {
  slug,
  causeId: 'clock-skew',
  person,
  laptop,
  story: 'The clock of the laptop is three hours ahead since its battery ran empty.',
  build(stage) {
    const { at } = stage;
    settledLaptop(stage, person, device, 70);
    goodDays(stage, person, presented(device), [72, 79, 98]);
    stage.signIn({
      person,
      at: at.minutesAgo(47),
      code: 500133,
      device: 'none',
      policies: 'none',
      interactive: false,
      correlationId: correlationOf(slug),
    });
    stage.signIn({ person, at: at.minutesAgo(19), code: 500133, device: 'none', policies: 'none', interactive: false });
    phone(stage, person, [10]);
  },
  capture: (times) =>
    joinedMachine(
      {
        person,
        ...laptop,
        certificateFrom: settledSince,
        authStatus: 'FAILED. ERROR',
        prt: {
          has: false,
          failure: {
            kind: 'Acquire',
            minutesAgo: 19 - aheadMinutes,
            status: '0xc0000133',
            correlationId: correlationOf(slug),
            httpStatus: '400',
            serverCode: 'invalid_grant',
            serverText: 'AADSTS500133: Assertion is not within its valid time range.',
          },
        },
      },
      times,
    ),
};
