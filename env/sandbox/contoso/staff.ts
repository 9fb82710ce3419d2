import type { RoleName } from '../graph/rules/roles.ts';
import { groupIds } from './groups.ts';
import { guid } from './ids.ts';
import { person, type Person } from './person.ts';
import { roleTemplates } from '../graph/rules/roles.ts';
import type { Stage } from './stage.ts';

/** Helpdesk agents and administrators; the key says what they may do. */
export const staff = {
  agent: person('Greta', 'Holm'),
  secondAgent: person('Samir', 'Daoud'),
  cloudDevice: person('Ulrike', 'Brandt'),
  intune: person('Kenji', 'Moriyama'),
  conditionalAccess: person('Livia', 'Castellane'),
  authentication: person('Pieter', 'van Rooyen'),
  privilegedAuthentication: person('Amina', 'Kargbo'),
  hybridIdentity: person('Oskar', 'Lundgren'),
  securityReader: person('Rosalind', 'Akintola'),
  groups: person('Matteo', 'Bellini'),
  globalReader: person('Yvette', 'Delacroix'),
} as const satisfies Record<string, Person>;
export type StaffKey = keyof typeof staff;

interface Duty {
  readonly role: RoleName;
  readonly kind?: 'Assigned' | 'Activated' | 'Eligible';
  /** For activated roles: hours before and after the start of the sandbox. */
  readonly fromHoursAgo?: number;
  readonly forHours?: number;
}

export const duties: Readonly<Record<StaffKey, readonly Duty[]>> = {
  agent: [{ role: 'Helpdesk Administrator' }],
  secondAgent: [],
  cloudDevice: [{ role: 'Cloud Device Administrator' }],
  // through the role-assignable group, see below
  intune: [],
  conditionalAccess: [{ role: 'Conditional Access Administrator' }],
  authentication: [{ role: 'Authentication Administrator' }],
  privilegedAuthentication: [{ role: 'Privileged Authentication Administrator' }],
  hybridIdentity: [{ role: 'Hybrid Identity Administrator', kind: 'Activated', fromHoursAgo: 1, forHours: 9 }],
  securityReader: [{ role: 'Security Reader' }, { role: 'Security Administrator', kind: 'Eligible' }],
  groups: [{ role: 'Groups Administrator' }],
  globalReader: [{ role: 'Global Reader' }],
};

/** Puts the staff and their roles on the stage. */
export function seedStaff(stage: Stage): void {
  const { contoso, at } = stage;
  const grant = (principalId: string, duty: Duty): void => {
    const activated = duty.kind === 'Activated';
    const from = duty.fromHoursAgo ?? 0;
    contoso.roleGrants.push({
      id: guid(`role-grant/${principalId}/${duty.role}`),
      principalId,
      roleTemplateId: roleTemplates[duty.role],
      kind: duty.kind ?? 'Assigned',
      startsAt: activated ? at.hoursAgo(from) : at.daysAgo(400),
      endsAt: activated ? at.hoursAgo(from - (duty.forHours ?? 8)) : null,
    });
  };
  for (const [key, member] of Object.entries(staff) as [StaffKey, Person][]) {
    const isHelpdesk = key === 'agent' || key === 'secondAgent';
    stage.user(member, { department: isHelpdesk ? 'Helpdesk' : 'IT', jobTitle: isHelpdesk ? 'Helpdesk agent' : 'Administrator' });
    for (const duty of duties[key]) grant(member.id, duty);
    if (isHelpdesk) stage.member(groupIds.helpdesk, member);
  }
  stage.member(groupIds.intuneTeam, staff.intune);
  grant(groupIds.intuneTeam, { role: 'Intune Administrator' });
}
