import { joinedMachine } from '../../dsregcmd/machine.ts';
import { goodDays, presented } from '../everyday.ts';
import { person as named } from '../person.ts';
import { settled, settledLaptop, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';
import { staff } from '../staff.ts';

const person = named('Viktor', 'Szabados');
const laptop = machine('CTS-LT-2123');
const device = settled(laptop);
const slug = 'disabled-user';

/** The account was switched off, not the laptop. */
export const disabledUser: Story = {
  slug,
  causeId: 'no-prt-credential',
  person,
  laptop,
  story: 'The account itself was disabled, by mistake, together with a list of leavers.',
  build(stage) {
    const { at } = stage;
    settledLaptop(stage, person, device, 20);
    const row = stage.contoso.users.at(-1);
    if (row) row['accountEnabled'] = false;
    stage.audit({
      at: at.hoursAgo(18),
      activity: 'Disable account',
      service: 'Core Directory',
      category: 'UserManagement',
      operation: 'Update',
      by: { person: staff.authentication },
      target: { id: person.id, name: person.name, type: 'User' },
      changes: { AccountEnabled: [[true], [false]] },
    });
    goodDays(stage, person, presented(device), [22, 28, 47]);
    const failing = { person, code: 50057, device: presented(device), policies: 'none' } as const;
    stage.signIn({ ...failing, at: at.minutesAgo(53), interactive: false, correlationId: correlationOf(slug) });
    stage.signIn({ ...failing, at: at.minutesAgo(49) });
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
            minutesAgo: 53,
            status: '0xc000006d',
            credential: 'Password',
            correlationId: correlationOf(slug),
            httpStatus: '400',
            serverCode: 'invalid_grant',
            serverText: 'AADSTS50057: The user account is disabled.',
          },
        },
      },
      times,
    ),
};
