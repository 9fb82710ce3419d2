import { bareMachine } from '../../dsregcmd/bare-machine.ts';
import { phone } from '../everyday.ts';
import { person as named } from '../person.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Ilse', 'Montgomery');
const laptop = machine('DESKTOP-PR4T6VN');
const slug = 'not-joined';

export const notJoined: Story = {
  slug,
  causeId: 'not-joined',
  person,
  laptop: null,
  story: 'A laptop fresh from the shop that was never joined or registered.',
  build(stage) {
    const { at } = stage;
    stage.user(person);
    const failing = {
      person,
      code: 50129,
      device: 'none',
      policies: { compliant: 'failure', pilot: 'reportOnlyFailure' },
    } as const;
    stage.signIn({ ...failing, at: at.minutesAgo(57), interactive: false, correlationId: correlationOf(slug) });
    stage.signIn({ ...failing, at: at.minutesAgo(55) });
    phone(stage, person, [50]);
  },
  capture: (times) => bareMachine({ person, name: laptop.name, account: `${laptop.name}\\ilse` }, times),
};
