import { z } from 'zod';
import type { Person } from '../cases/case.ts';
import type { Directory, Membership } from '../cases/ports.ts';
import type { TeamsActivity } from './activity.ts';
import { inTime } from './in-time.ts';

export type PersonAdmission =
  { readonly kind: 'admitted'; readonly person: Person } | { readonly kind: 'refused'; readonly why: PersonRefusal };
export type PersonRefusal = 'foreign-tenant' | 'no-object-id' | 'guest' | 'disabled' | 'unknown' | 'could-not-check';

const guid = z.guid();

/**
 * Only our tenant's conversations, only members of our directory. The conversation's tenant says who hosts it, not who speaks:
 * in a shared channel or a federated chat a stranger posts under our own. So the sender is looked up as well, every time.
 */
export async function admitPerson(
  activity: TeamsActivity,
  rooms: { readonly directory: Pick<Directory, 'whoIs'>; readonly tenantId: string; readonly withinMs: number },
): Promise<PersonAdmission> {
  if (!isOurTenant(activity, rooms.tenantId)) return { kind: 'refused', why: 'foreign-tenant' };
  const aadObjectId = guid.safeParse(activity.from?.aadObjectId).data?.toLowerCase();
  if (aadObjectId === undefined) return { kind: 'refused', why: 'no-object-id' };
  const membership: Membership = await inTime(
    // The directory keeps a deadline of its own and does not throw; nobody gets in if it should do otherwise.
    rooms.directory.whoIs(aadObjectId).catch((): Membership => ({ kind: 'could-not-check' })),
    rooms.withinMs,
    () => ({ kind: 'could-not-check' }),
  );
  const shownName = (activity.from?.name ?? '').slice(0, 200);
  switch (membership.kind) {
    case 'member': {
      const { displayName, userPrincipalName } = membership.user;
      return {
        kind: 'admitted',
        person: { aadObjectId, name: displayName ?? shownName, ...(userPrincipalName ? { userPrincipalName } : {}) },
      };
    }
    case 'could-not-check':
      // In a personal chat of our tenant nobody else reads along, and a broken directory is no reason to leave a person alone.
      return activity.conversation.conversationType === 'personal'
        ? { kind: 'admitted', person: { aadObjectId, name: shownName } }
        : { kind: 'refused', why: 'could-not-check' };
    default:
      return { kind: 'refused', why: membership.kind };
  }
}

/** Teams names the tenant in two places, either of which may be missing; what is there must be ours. */
function isOurTenant(activity: TeamsActivity, tenantId: string): boolean {
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter((id) => id !== undefined);
  return named.length > 0 && named.every((id) => id.toLowerCase() === tenantId.toLowerCase());
}
