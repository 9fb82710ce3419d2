import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `deviceComplianceSettingState`, and what a query may do with it. */
export const deviceComplianceSettingState = typeRule('deviceComplianceSettingState', 'intune', {
  plain:
    'id complianceGracePeriodExpirationDateTime deviceId deviceModel deviceName setting settingName state ' +
    'userEmail userId userName userPrincipalName',
});
