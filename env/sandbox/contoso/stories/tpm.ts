import { joinedMachine } from '../../dsregcmd/machine.ts';
import { goodDays, phone, presented } from '../everyday.ts';
import { person as named } from '../person.ts';
import { settled, settledLaptop, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Anselm', 'Rautio');
const laptop = machine('CTS-LT-2108');
const device = settled(laptop);
const slug = 'tpm';

/** The keys died with a firmware update; nothing can be signed, so no attempt ever reaches the log. */
export const tpm: Story = {
  slug,
  causeId: 'tpm',
  person,
  laptop,
  story: 'After a firmware update the security chip no longer gives out the key of the laptop.',
  build(stage) {
    settledLaptop(stage, person, device, 20);
    goodDays(stage, person, presented(device), [21, 29, 45]);
    phone(stage, person, [18]);
  },
  capture: (times) =>
    joinedMachine(
      {
        person,
        ...laptop,
        certificateFrom: settledSince,
        authStatus: 'FAILED. ERROR',
        recovery: true,
        prt: {
          has: false,
          failure: { kind: 'Acquire', minutesAgo: 29, status: '0x80090016', correlationId: correlationOf(slug) },
        },
      },
      times,
    ),
};
