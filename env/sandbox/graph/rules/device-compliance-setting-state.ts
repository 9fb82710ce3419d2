import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `deviceComplianceSettingState`: its properties, and which of them a query may filter by, with which operators. */
export const deviceComplianceSettingState = typeRule('deviceComplianceSettingState', 'intune', {
  plain:
    'id complianceGracePeriodExpirationDateTime deviceId deviceModel deviceName setting settingName state ' +
    'userEmail userId userName userPrincipalName',
});
