import { joinedMachine } from '../../dsregcmd/machine.ts';
import { guid } from '../ids.ts';
import type { Person } from '../person.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';
import { settledSince } from '../settled.ts';

const homeUpn = 'edda.brandvold@fabrikam.example';
const person: Person = {
  id: guid(`user/${homeUpn}`),
  givenName: 'Edda',
  surname: 'Brandvold',
  name: 'Edda Brandvold',
  upn: 'edda.brandvold_fabrikam.example#EXT#@contoso.onmicrosoft.com',
};
const laptop = machine('FAB-NB-0417');
const slug = 'guest';

/** The laptop belongs to Fabrikam and is fine there; Contoso does not take Fabrikam's word for it. */
export const guest: Story = {
  slug,
  causeId: 'not-device',
  person,
  laptop: null,
  story: 'A guest from Fabrikam whose laptop is managed at home, which Contoso does not accept.',
  build(stage) {
    const { at } = stage;
    stage.user(person, {
      userType: 'Guest',
      mail: homeUpn,
      onPremisesSyncEnabled: null,
      onPremisesLastSyncDateTime: null,
      createdDateTime: at.daysAgo(140),
      externalUserState: 'Accepted',
      creationType: 'Invitation',
    });
    const failing = {
      person,
      code: 530004,
      device: 'none',
      policies: { compliant: 'failure', pilot: 'reportOnlyFailure' },
    } as const;
    stage.signIn({ ...failing, at: at.minutesAgo(39), interactive: false, correlationId: correlationOf(slug) });
    stage.signIn({ ...failing, at: at.minutesAgo(37) });
  },
  capture: (times) =>
    joinedMachine(
      {
        person: { ...person, upn: homeUpn },
        ...laptop,
        certificateFrom: settledSince,
        authStatus: 'SUCCESS',
        prt: { has: true, renewedMinutesAgo: 70 },
        tenantId: guid('tenant/fabrikam'),
        tenantName: 'Fabrikam',
      },
      times,
    ),
};
