import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `deviceCompliancePolicyState`, and what a query may do with it. */
export const deviceCompliancePolicyState = typeRule('deviceCompliancePolicyState', 'intune', {
  plain:
    'id displayName platformType settingCount settingStates state version',
});
