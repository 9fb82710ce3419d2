import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `unifiedRoleDefinition`, and what a query may do with it. */
export const unifiedRoleDefinition = typeRule('unifiedRoleDefinition', 'directory', {
  filterable: {
    'eq in':
      'displayName isBuiltIn',
  },
  plain:
    'id description isEnabled resourceScopes rolePermissions templateId version',
});
