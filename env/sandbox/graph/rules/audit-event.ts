import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `auditEvent`: its properties, and which of them a query may filter by, with which operators. */
export const auditEvent = typeRule('auditEvent', 'intune', {
  plain:
    'id activity activityDateTime activityOperationType activityResult activityType actor category ' +
    'componentName correlationId displayName resources',
});
