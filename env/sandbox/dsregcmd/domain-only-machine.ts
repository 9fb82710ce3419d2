import { guid } from '../contoso/ids.ts';
import type { Person } from '../contoso/person.ts';
import { emptyUserState } from './bare-machine.ts';
import { deviceState, helloCheck, proxySections, ssoState } from './machine.ts';
import type { Section } from './print.ts';
import type { Times } from './times.ts';

export interface DomainOnlyMachine {
  readonly person: Person;
  readonly name: string;
  readonly domain: string;
  readonly previousAttemptMinutesAgo: number;
  readonly clientErrorCode: string;
  readonly serverErrorCode: string;
  readonly serverMessage: string;
  readonly httpsStatus: string;
}

/** The pre-join rows, printed only while the hybrid join has not happened. */
const preJoin = (machine: DomainOnlyMachine, times: Times): Section => ({
  title: 'Diagnostic Data',
  fields: [
    ['Diagnostics Reference', 'www.microsoft.com/aadjerrors'],
    ['User Context', 'UN-ELEVATED User'],
    ['Client Time', times.minutesAgo(0)],
    ['AD Connectivity Test', 'PASS'],
    ['AD Configuration Test', 'PASS'],
    ['DRS Discovery Test', 'PASS'],
    ['DRS Connectivity Test', 'PASS'],
    ['Token acquisition Test', 'SKIPPED'],
    ['Fallback to Sync-Join', 'ENABLED'],
    ['Previous Registration', times.minutesAgo(machine.previousAttemptMinutesAgo)],
    ['Registration Type', 'sync'],
    ['Error Phase', 'join'],
    ['Client ErrorCode', machine.clientErrorCode],
    ['Server ErrorCode', machine.serverErrorCode],
    ['Server Message', machine.serverMessage],
    ['Https Status', machine.httpsStatus],
    ['Request Id', guid(`registration-request/${machine.name}`)],
    ['Executing Account Name', `${machine.domain}\\${machine.person.upn.split('@')[0]}, ${machine.person.upn}`],
  ],
});

/** A PC of the domain that is not (yet) joined to Entra. */
export const domainOnlyMachine = (machine: DomainOnlyMachine, times: Times): Section[] => [
  deviceState(false, machine.domain, machine.name),
  emptyUserState,
  ssoState({ has: false }, machine.person, times, undefined),
  preJoin(machine, times),
  ...proxySections,
  helloCheck(false, true),
];
