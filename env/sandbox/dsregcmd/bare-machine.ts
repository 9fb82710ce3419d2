import type { Person } from '../contoso/person.ts';
import { deviceState, helloCheck, proxySections, ssoState } from './machine.ts';
import type { Section } from './print.ts';
import type { Times } from './times.ts';

/** User State of a Windows profile without any work account. */
export const emptyUserState: Section = {
  title: 'User State',
  fields: [
    ['NgcSet', 'NO'],
    ['WorkplaceJoined', 'NO'],
    ['WamDefaultSet', 'NO'],
  ],
};

/** A PC that is neither joined nor registered: no details, no diagnostics. */
export const bareMachine = (machine: { person: Person; name: string; account: string }, times: Times): Section[] => [
  deviceState(false, undefined, machine.name),
  emptyUserState,
  ssoState({ has: false }, machine.person, times, undefined),
  ...proxySections,
  helloCheck(false, false),
];
