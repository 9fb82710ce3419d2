import { guid } from '../contoso/ids.ts';
import type { Person } from '../contoso/person.ts';
import { tenant } from '../entra/tenant.ts';
import { deviceState, helloCheck, proxySections, ssoState } from './machine.ts';
import type { Section } from './print.ts';
import type { Times } from './times.ts';

export interface RegisteredMachine {
  readonly person: Person;
  readonly deviceId: string;
  readonly name: string;
  readonly thumbprint: string;
  readonly certificateFrom: string | undefined;
}

const workAccount = (machine: RegisteredMachine, times: Times): Section => ({
  title: 'Work Account 1',
  fields: [
    ['WorkplaceDeviceId', machine.deviceId],
    ['WorkplaceThumbprint', machine.thumbprint],
    ['DeviceCertificateValidity', times.validityFrom(machine.certificateFrom)],
    ['KeyContainerId', guid(`key-container/${machine.deviceId}`)],
    ['KeyProvider', 'Microsoft Platform Crypto Provider'],
    ['TpmProtected', 'YES'],
    ['WorkplaceTenantId', tenant.id],
    ['WorkplaceTenantName', tenant.name],
    ['WorkplaceMdmUrl', 'https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc'],
    ['WorkplaceSettingsUrl', ''],
    ['NgcSet', 'NO'],
  ],
});

/** A personal PC with a work account in it: registered, not joined, and without a PRT by design. */
export const registeredMachine = (machine: RegisteredMachine, times: Times): Section[] => [
  deviceState(false, undefined, machine.name),
  {
    title: 'User State',
    fields: [
      ['NgcSet', 'NO'],
      ['WorkplaceJoined', 'YES'],
      ['WorkAccountCount', '1'],
      ['WamDefaultSet', 'NO'],
    ],
  },
  ssoState({ has: false }, machine.person, times, undefined),
  workAccount(machine, times),
  ...proxySections,
  helloCheck(false, false),
];
