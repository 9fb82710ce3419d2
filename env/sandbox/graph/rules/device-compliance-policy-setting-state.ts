import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `deviceCompliancePolicySettingState`. */
export const deviceCompliancePolicySettingState = typeRule('deviceCompliancePolicySettingState', 'intune', {
  plain:
    'currentValue errorCode errorDescription instanceDisplayName setting settingName sources state userEmail userId ' +
    'userName userPrincipalName',
});
