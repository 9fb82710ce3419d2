import type { RoleGrant } from '../../contoso/contoso.ts';
import { activeRoles } from '../../contoso/roles.ts';
import { forbidden, GraphError } from '../errors.ts';
import { collection } from '../odata/collection.ts';
import type { Row } from '../odata/filter-match.ts';
import { betaOperation, operation, type Call } from '../operation.ts';
import { roleTemplates } from '../rules/roles.ts';
import { unifiedRoleAssignment } from '../rules/unified-role-assignment.ts';
import { unifiedRoleAssignmentScheduleInstance } from '../rules/unified-role-assignment-schedule-instance.ts';
import { unifiedRoleDefinition } from '../rules/unified-role-definition.ts';

const definitions: Row[] = Object.entries(roleTemplates).map(([displayName, templateId]) => ({
  id: templateId,
  description: null,
  displayName,
  isBuiltIn: true,
  isEnabled: true,
  resourceScopes: ['/'],
  templateId,
  version: '1',
  rolePermissions: [],
}));

const inForce = (call: Call): RoleGrant[] =>
  call.contoso.roleGrants.filter(
    (grant) =>
      grant.kind !== 'Eligible' &&
      new Date(grant.startsAt) <= call.now &&
      (grant.endsAt === null || new Date(grant.endsAt) > call.now),
  );

const assignment = (grant: RoleGrant): Row => ({
  id: grant.id,
  principalId: grant.principalId,
  directoryScopeId: '/',
  roleDefinitionId: grant.roleTemplateId,
});

/** Tells until when a role lasts, which the plain assignment does not. */
const instance = (grant: RoleGrant): Row => ({
  id: grant.id,
  principalId: grant.principalId,
  roleDefinitionId: grant.roleTemplateId,
  directoryScopeId: '/',
  appScopeId: null,
  startDateTime: grant.startsAt,
  endDateTime: grant.endsAt,
  assignmentType: grant.kind,
  memberType: 'Direct',
  roleAssignmentOriginId: grant.id,
  roleAssignmentScheduleId: grant.id,
});

function ofCaller(call: Call): object {
  if (call.caller.kind !== 'delegated') throw forbidden('directory');
  const held = activeRoles(call.contoso, call.caller.userId, call.now).map(instance);
  return collection(call, unifiedRoleAssignmentScheduleInstance, held);
}

/** Assignments through groups as well; a row names the group that holds the role. */
function transitive(call: Call): object {
  if (call.headers['consistencylevel']?.toLowerCase() !== 'eventual')
    throw new GraphError(404, 'Request_ResourceNotFound', 'Resource not found.');
  const principalId = /principalId eq '([^']+)'/.exec(call.query.get('$filter') ?? '')?.[1] ?? '';
  const { query: given } = call;
  const query = new URLSearchParams(given);
  query.delete('$filter');
  return collection({ ...call, query }, unifiedRoleAssignment, activeRoles(call.contoso, principalId, call.now).map(assignment));
}

export const roleManagement = [
  operation('GET /roleManagement/directory/roleDefinitions', 'identity', 'directory', (call) =>
    collection(call, unifiedRoleDefinition, definitions),
  ),
  operation('GET /roleManagement/directory/roleAssignments', 'identity', 'directory', (call) =>
    collection(call, unifiedRoleAssignment, inForce(call).map(assignment)),
  ),
  operation('GET /roleManagement/directory/roleAssignmentScheduleInstances', 'identity', 'directory', (call) =>
    collection(call, unifiedRoleAssignmentScheduleInstance, inForce(call).map(instance)),
  ),
  operation(
    "GET /roleManagement/directory/roleAssignmentScheduleInstances/filterByCurrentUser(on='principal')",
    'identity',
    'directory',
    ofCaller,
  ),
  betaOperation('GET /roleManagement/directory/transitiveRoleAssignments', 'identity', 'directory', transitive),
];
