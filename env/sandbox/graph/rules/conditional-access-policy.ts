import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `conditionalAccessPolicy`: its properties, and which of them a query may filter by, with which operators. */
export const conditionalAccessPolicy = typeRule('conditionalAccessPolicy', 'conditionalAccess', {
  plain:
    'deletedDateTime conditions createdDateTime description displayName grantControls id modifiedDateTime ' +
    'sessionControls state templateId',
});
