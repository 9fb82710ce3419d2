import type { Contoso, RoleGrant } from './contoso.ts';

/** Ids of the groups a person is in, groups inside groups included. */
export function groupsOf(contoso: Contoso, memberId: string): Set<string> {
  const found = new Set<string>();
  const look = (id: string): void => {
    for (const [groupId, members] of contoso.groupMembers) {
      if (members.has(id) && !found.has(groupId)) {
        found.add(groupId);
        look(groupId);
      }
    }
  };
  look(memberId);
  return found;
}

/** Roles in force now, direct and through groups; an eligible one counts only once activated. */
export function activeRoles(contoso: Contoso, userId: string, now: Date): RoleGrant[] {
  const principals = groupsOf(contoso, userId).add(userId);
  return contoso.roleGrants.filter(
    (grant) =>
      principals.has(grant.principalId) &&
      grant.kind !== 'Eligible' &&
      new Date(grant.startsAt) <= now &&
      (grant.endsAt === null || new Date(grant.endsAt) > now),
  );
}
