import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `deviceCompliancePolicy`, and what a query may do with it. */
export const deviceCompliancePolicy = typeRule('deviceCompliancePolicy', 'intune', {
  plain:
    'id createdDateTime description displayName lastModifiedDateTime version',
});
