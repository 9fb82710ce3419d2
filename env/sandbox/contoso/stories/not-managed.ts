import { joinedMachine } from '../../dsregcmd/machine.ts';
import { phone, presented } from '../everyday.ts';
import { guid } from '../ids.ts';
import { person as named } from '../person.ts';
import { settled, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Jonas', 'Adeyemi');
const laptop = machine('CTS-LT-2104');
const device = settled(laptop, { managed: false, compliant: null });
const slug = 'not-managed';

export const notManaged: Story = {
  slug,
  causeId: 'not-managed',
  person,
  laptop,
  story: 'The laptop is joined but never got into Intune: its enrolment was refused.',
  build(stage) {
    const { at } = stage;
    stage.user(person);
    stage.device(device, person);
    stage.contoso.troubleshootingEvents.push({
      id: guid(`enrolment-failure/${slug}`),
      eventDateTime: at.daysAgo(2),
      correlationId: guid(`enrolment-failure-correlation/${slug}`),
      managedDeviceIdentifier: '',
      operatingSystem: 'Windows',
      osVersion: '10.0.26100.6899',
      userId: person.id,
      deviceId: laptop.deviceId,
      enrollmentType: 'windowsAzureADJoin',
      failureCategory: 'authorization',
      failureReason: 'UserLicenseNotAssigned',
    });
    const failing = {
      person,
      code: 530003,
      device: presented(device),
      policies: { compliant: 'failure', pilot: 'reportOnlyFailure' } as const,
    };
    stage.signIn({ ...failing, at: at.hoursAgo(22), interactive: false });
    stage.signIn({ ...failing, at: at.minutesAgo(42), interactive: false, correlationId: correlationOf(slug) });
    stage.signIn({ ...failing, at: at.minutesAgo(40) });
    phone(stage, person, [35]);
  },
  capture: (times) =>
    joinedMachine(
      {
        person,
        ...laptop,
        certificateFrom: settledSince,
        authStatus: 'SUCCESS',
        mdm: false,
        prt: { has: true, renewedMinutesAgo: 58 },
      },
      times,
    ),
};
