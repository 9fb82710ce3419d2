import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `auditEvent`, and what a query may do with it. */
export const auditEvent = typeRule('auditEvent', 'intune', {
  plain:
    'id activity activityDateTime activityOperationType activityResult activityType actor category ' +
    'componentName correlationId displayName resources',
});
