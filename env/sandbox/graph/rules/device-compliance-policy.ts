import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `deviceCompliancePolicy`: its properties, and which of them a query may filter by, with which operators. */
export const deviceCompliancePolicy = typeRule('deviceCompliancePolicy', 'intune', {
  plain:
    'id createdDateTime description displayName lastModifiedDateTime version',
});
