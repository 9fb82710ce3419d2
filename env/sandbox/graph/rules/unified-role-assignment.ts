import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `unifiedRoleAssignment`, and what a query may do with it. */
export const unifiedRoleAssignment = typeRule('unifiedRoleAssignment', 'directory', {
  filterable: {
    'eq in':
      'appScopeId directoryScopeId principalId roleDefinitionId',
  },
  plain:
    'id condition principalOrganizationId',
});
