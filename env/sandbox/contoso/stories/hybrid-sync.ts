import { domainOnlyMachine } from '../../dsregcmd/domain-only-machine.ts';
import { applications } from '../applications.ts';
import { phone } from '../everyday.ts';
import { groupIds } from '../groups.ts';
import { person as named } from '../person.ts';
import type { DeviceStory } from '../rows/device.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Henrik', 'Olsborg');
const laptop = machine('CTS-PC-3301');
const pending: DeviceStory = {
  deviceId: laptop.deviceId,
  name: laptop.name,
  trustType: 'ServerAd',
  registeredAt: '',
  thumbprint: null,
  managed: null,
  compliant: null,
};
const slug = 'hybrid-sync';

/** The computer object came over at last, as a pending stub; the registration itself has not happened. */
export const hybridSync: Story = {
  slug,
  causeId: 'hybrid-sync',
  person,
  laptop,
  story: 'An office PC whose hybrid join hangs: the directory holds only a pending stub of it.',
  build(stage) {
    const { at } = stage;
    stage.user(person);
    stage.member(groupIds.erp, person);
    stage.device(pending, undefined, {
      registrationDateTime: null,
      approximateLastSignInDateTime: null,
      alternativeSecurityIds: [],
      physicalIds: [],
    });
    const failing = {
      person,
      code: 53001,
      device: 'none',
      app: applications.erp,
      policies: { compliant: 'notApplied', erp: 'failure', pilot: 'reportOnlyFailure' },
    } as const;
    stage.signIn({ ...failing, at: at.minutesAgo(63), interactive: false, correlationId: correlationOf(slug) });
    stage.signIn({ ...failing, at: at.minutesAgo(61) });
    phone(stage, person, [30]);
  },
  capture: (times) =>
    domainOnlyMachine(
      {
        person,
        name: laptop.name,
        domain: 'CORP',
        previousAttemptMinutesAgo: 55,
        clientErrorCode: '0x801c03f2',
        serverErrorCode: 'DirectoryError',
        serverMessage: `The device object by the given id (${laptop.deviceId}) is not found.`,
        httpsStatus: '400',
      },
      times,
    ),
};
