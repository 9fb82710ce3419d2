import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `directoryRole`: its properties, and which of them a query may filter by, with which operators. */
export const directoryRole = typeRule('directoryRole', 'directory', {
  filterable: {
    'eq':
      'description displayName roleTemplateId',
  },
  plain:
    'id deletedDateTime',
});
