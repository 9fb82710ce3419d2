import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `unifiedRoleDefinition`: its properties, and which of them a query may filter by, with which operators. */
export const unifiedRoleDefinition = typeRule('unifiedRoleDefinition', 'directory', {
  filterable: {
    'eq in':
      'displayName isBuiltIn',
  },
  plain:
    'id description isEnabled resourceScopes rolePermissions templateId version',
});
