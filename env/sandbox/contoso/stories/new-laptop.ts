import { joinedMachine } from '../../dsregcmd/machine.ts';
import { phone, presented } from '../everyday.ts';
import { guid } from '../ids.ts';
import { person as named } from '../person.ts';
import { objectIdOf, type DeviceStory } from '../rows/device.ts';
import { serialOf } from '../rows/managed-device.ts';
import { settled } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Mirella', 'Sandoval');
const laptop = machine('CTS-LT-2640');
const slug = 'new-laptop';

/** Unpacked an hour ago: joined by Autopilot, not yet in Intune. */
const device = (registeredAt: string): DeviceStory => settled(laptop, { registeredAt, managed: null, compliant: null });

export const newLaptop: Story = {
  slug,
  causeId: 'enrolment-pending',
  person,
  laptop,
  story: 'First day with a new laptop, joined fifty minutes ago and still setting itself up.',
  build(stage) {
    const { at } = stage;
    stage.user(person, { createdDateTime: at.daysAgo(3) });
    stage.device(device(at.minutesAgo(50)), person, {
      approximateLastSignInDateTime: at.minutesAgo(50),
      enrollmentProfileName: 'Contoso laptops',
      physicalIds: [`[ZTDID]:${guid(`autopilot/${laptop.name}`)}`],
    });
    stage.contoso.autopilotDevices.push({
      id: guid(`autopilot/${laptop.name}`),
      groupTag: 'LAPTOP',
      purchaseOrderIdentifier: '',
      serialNumber: serialOf(laptop.deviceId),
      productKey: '',
      manufacturer: 'Fabrikam',
      model: 'FabrikamBook 14',
      enrollmentState: 'notContacted',
      lastContactedDateTime: '0001-01-01T00:00:00Z',
      addressableUserName: '',
      userPrincipalName: person.upn,
      resourceName: '',
      skuNumber: '',
      systemFamily: '',
      azureActiveDirectoryDeviceId: laptop.deviceId,
      managedDeviceId: '',
      displayName: '',
    });
    stage.audit({
      at: at.minutesAgo(50),
      activity: 'Register device',
      service: 'Device Registration Service',
      category: 'Device',
      operation: 'Register',
      by: { person },
      target: { id: objectIdOf(laptop.deviceId), name: laptop.name, type: 'Device' },
    });
    const failing = {
      person,
      code: 530003,
      device: presented(device('')),
      policies: { compliant: 'failure', pilot: 'reportOnlyFailure' } as const,
    };
    stage.signIn({ ...failing, at: at.minutesAgo(22), interactive: false, correlationId: correlationOf(slug) });
    stage.signIn({ ...failing, at: at.minutesAgo(20) });
    phone(stage, person, [11]);
  },
  capture: (times) =>
    joinedMachine(
      {
        person,
        ...laptop,
        certificateFrom: times.beforeSeed(50),
        authStatus: 'SUCCESS',
        prt: { has: true, renewedMinutesAgo: 44 },
      },
      times,
    ),
};
