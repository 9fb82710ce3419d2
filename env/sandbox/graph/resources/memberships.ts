import { groupsOf, activeRoles } from '../../contoso/roles.ts';
import { badRequest, unsupportedQuery } from '../errors.ts';
import { collection } from '../odata/collection.ts';
import type { Row } from '../odata/filter-match.ts';
import { operation, type Call } from '../operation.ts';
import { directoryRole } from '../rules/directory-role.ts';
import { group } from '../rules/group.ts';
import { roleTemplates } from '../rules/roles.ts';
import { typeRule } from '../rules/type-rule.ts';
import { userOf } from './find.ts';

/** Groups and roles side by side: what either declares may be selected. */
const directoryObject = typeRule('directoryObject', 'directory', {
  plain: [...new Set([...group.declared, ...directoryRole.declared])].join(' '),
  onlyOnSelect: [...group.onlyOnSelect].join(' '),
});

function rolesHeld(call: Call, userId: string): Row[] {
  const held = new Set(activeRoles(call.contoso, userId, call.now).map((grant) => grant.roleTemplateId));
  return Object.entries(roleTemplates)
    .filter(([, templateId]) => held.has(templateId))
    .map(([displayName, templateId]) => ({
      '@odata.type': '#microsoft.graph.directoryRole',
      id: templateId.replace(/^.{8}/, 'd17ec701'),
      deletedDateTime: null,
      description: null,
      displayName,
      roleTemplateId: templateId,
    }));
}

function memberOf(call: Call): object {
  const id = userOf(call, call.params[0] ?? '')['id'] as string;
  const groupIds = groupsOf(call.contoso, id);
  const groups = call.contoso.groups
    .filter((row) => groupIds.has(row['id'] as string))
    .map((row) => ({ '@odata.type': '#microsoft.graph.group', ...row }));
  return collection(call, directoryObject, [...groups, ...rolesHeld(call, id)], { filter: false });
}

function memberOfRoles(call: Call): object {
  if (call.headers['consistencylevel']?.toLowerCase() !== 'eventual' || call.query.get('$count') !== 'true') {
    throw unsupportedQuery("The OData cast needs 'ConsistencyLevel: eventual' and '$count=true'.");
  }
  return collection(call, directoryRole, rolesHeld(call, userOf(call, call.params[0] ?? '')['id'] as string));
}

/** Group ids, role ids and role template ids are all understood; what is only eligible is not held. */
function checkMemberObjects(call: Call): object {
  const id = userOf(call, call.params[0] ?? '')['id'] as string;
  const ids = (call.body as { ids?: unknown } | undefined)?.ids;
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > 20) {
    throw badRequest('directory', "The 'ids' collection must hold between 1 and 20 ids.");
  }
  const held = new Set([
    ...groupsOf(call.contoso, id),
    ...rolesHeld(call, id).flatMap((role) => [role['id'], role['roleTemplateId']]),
  ]);
  return {
    '@odata.context': `${call.origin}/${call.version}/$metadata#Collection(Edm.String)`,
    value: ids.map(String).filter((wanted) => held.has(wanted.toLowerCase())),
  };
}

export const memberships = [
  operation('GET /users/{id}/transitiveMemberOf', 'identity', 'directory', memberOf),
  operation('GET /users/{id}/transitiveMemberOf/microsoft.graph.directoryRole', 'identity', 'directory', memberOfRoles),
  operation('POST /users/{id}/checkMemberObjects', 'identity', 'directory', checkMemberObjects),
];
