import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `directoryRole`, and what a query may do with it. */
export const directoryRole = typeRule('directoryRole', 'directory', {
  filterable: {
    'eq':
      'description displayName roleTemplateId',
  },
  plain:
    'id deletedDateTime',
});
