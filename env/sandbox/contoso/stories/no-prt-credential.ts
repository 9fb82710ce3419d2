import { joinedMachine } from '../../dsregcmd/machine.ts';
import { goodDays, phone, presented } from '../everyday.ts';
import { person as named } from '../person.ts';
import { settled, settledLaptop, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Beatriz', 'Amaral');
const laptop = machine('CTS-LT-2111');
const device = settled(laptop);
const slug = 'no-prt-credential';

export const noPrtCredential: Story = {
  slug,
  causeId: 'no-prt-credential',
  person,
  laptop,
  story: 'The password was changed on another computer; this laptop still sends the old one.',
  build(stage) {
    const { at } = stage;
    settledLaptop(stage, person, device);
    goodDays(stage, person, presented(device), [25, 30, 48]);
    const failing = { person, code: 50126, device: presented(device), policies: 'none', interactive: false } as const;
    stage.signIn({ ...failing, at: at.minutesAgo(95) });
    stage.signIn({ ...failing, at: at.minutesAgo(37), correlationId: correlationOf(slug) });
    phone(stage, person, [60]);
  },
  capture: (times) =>
    joinedMachine(
      {
        person,
        ...laptop,
        certificateFrom: settledSince,
        authStatus: 'SUCCESS',
        prt: {
          has: false,
          failure: {
            kind: 'Acquire',
            minutesAgo: 37,
            status: '0xc000006d',
            credential: 'Password',
            correlationId: correlationOf(slug),
            httpStatus: '400',
            serverCode: 'invalid_grant',
            serverText: 'AADSTS50126: Error validating credentials due to invalid username or password.',
          },
        },
      },
      times,
    ),
};
