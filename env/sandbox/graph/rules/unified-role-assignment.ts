import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `unifiedRoleAssignment`: its properties, and which of them a query may filter by, with which operators. */
export const unifiedRoleAssignment = typeRule('unifiedRoleAssignment', 'directory', {
  filterable: {
    'eq in':
      'appScopeId directoryScopeId principalId roleDefinitionId',
  },
  plain:
    'id condition principalOrganizationId',
});
