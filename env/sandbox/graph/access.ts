import type { Contoso } from '../contoso/contoso.ts';
import { activeRoles } from '../contoso/roles.ts';
import type { Caller } from './caller.ts';
import { forbidden, GraphError } from './errors.ts';
import type { Operation } from './operation.ts';
import { permissions } from './rules/permissions.ts';
import { readingRoles } from './rules/reading-roles.ts';

const words = (text: string): string[] => text.split(' ').filter(Boolean);

/** Template ids of the roles a person holds now, through groups too. */
export const rolesOf = (contoso: Contoso, userId: string, now: Date): Set<string> =>
  new Set(activeRoles(contoso, userId, now).map((role) => role.roleTemplateId));

/** Delegated permissions that open a person's own data and nobody else's. */
const selfOnly = new Set([
  'User.Read',
  'User.ReadWrite',
  'UserAuthMethod-TAP.Read',
  'UserAuthMethod-TAP.ReadWrite',
  'UserAuthenticationMethod.Read',
  'UserAuthenticationMethod.ReadWrite',
]);

const isSelf = (contoso: Contoso, userId: string, asked = ''): boolean =>
  asked.toLowerCase() === userId.toLowerCase() ||
  contoso.users.some((user) => user['id'] === userId && String(user['userPrincipalName']).toLowerCase() === asked.toLowerCase());

/**
 * Lets the request pass, or refuses it in the words of the service behind it.
 * @param removed permissions that a test has taken away, whatever the token says
 * @throws GraphError 401 without a token, 403 without permission or role
 */
export function checkAccess(
  op: Operation,
  caller: Caller,
  params: readonly string[],
  contoso: Contoso,
  now: Date,
  removed: ReadonlySet<string>,
): void {
  if (caller.kind === 'none') throw new GraphError(401, 'InvalidAuthenticationToken', 'Access token is empty.');
  const row = permissions[op.id];
  if (!row) throw forbidden(op.family);
  const held = new Set((caller.kind === 'app' ? caller.roles : caller.scopes).filter((name) => !removed.has(name)));
  const listed = words(caller.kind === 'app' ? row.app : row.delegated);
  const all = row.all && words(caller.kind === 'app' ? row.all.app : row.all.delegated);
  const permitted = all ? all.every((name) => held.has(name)) : listed.some((name) => held.has(name));
  if (!permitted) throw forbidden(op.family);
  if (caller.kind === 'app') return;
  const usable = listed.filter((name) => held.has(name));
  if (op.id.includes('/users/{id}') && usable.every((name) => selfOnly.has(name)) && !isSelf(contoso, caller.userId, params[0]))
    throw forbidden(op.family);
  const roles = readingRoles[op.id];
  if (!roles) return;
  const active = rolesOf(contoso, caller.userId, now);
  if (roles.some((role) => active.has(role))) return;
  if (op.family === 'reports') {
    throw new GraphError(403, 'Authentication_RequestFromUnsupportedUserRole', 'User is not in the allowed roles.');
  }
  throw forbidden(op.family);
}

const conditionalAccessReaders = ['Policy.Read.ConditionalAccess', 'Policy.Read.All', 'Policy.ReadWrite.ConditionalAccess'];

/** Whether sign-in rows may show which policies applied; without it the list is left out in silence, not refused. */
export function maySeeAppliedPolicies(caller: Caller, contoso: Contoso, now: Date, removed: ReadonlySet<string>): boolean {
  if (caller.kind === 'none') return false;
  const held = caller.kind === 'app' ? caller.roles : caller.scopes;
  if (!conditionalAccessReaders.some((name) => held.includes(name) && !removed.has(name))) return false;
  if (caller.kind === 'app') return true;
  const active = rolesOf(contoso, caller.userId, now);
  return readingRoles['GET /identity/conditionalAccess/policies']?.some((role) => active.has(role)) ?? false;
}
