import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `directoryAudit`, and what a query may do with it. */
export const directoryAudit = typeRule('directoryAudit', 'reports', {
  filterable: {
    'eq ge le':
      'activityDateTime',
    'eq startsWith':
      'activityDisplayName',
    'eq':
      'correlationId loggedByService',
  },
  plain:
    'id additionalDetails category initiatedBy operationType result resultReason targetResources',
  paths: {
    eq: 'initiatedBy/user/id initiatedBy/user/displayName initiatedBy/app/appId initiatedBy/app/displayName targetResources/id',
    'eq startsWith': 'initiatedBy/user/userPrincipalName targetResources/displayName',
  },
  sortable: 'activityDateTime',
});
