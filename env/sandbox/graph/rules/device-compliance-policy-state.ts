import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `deviceCompliancePolicyState`: its properties, and which of them a query may filter by, with which operators. */
export const deviceCompliancePolicyState = typeRule('deviceCompliancePolicyState', 'intune', {
  plain:
    'id displayName platformType settingCount settingStates state version',
});
