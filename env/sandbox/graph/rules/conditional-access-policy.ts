import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `conditionalAccessPolicy`, and what a query may do with it. */
export const conditionalAccessPolicy = typeRule('conditionalAccessPolicy', 'conditionalAccess', {
  plain:
    'deletedDateTime conditions createdDateTime description displayName grantControls id modifiedDateTime ' +
    'sessionControls state templateId',
});
