import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `deviceCompliancePolicySettingStateSummary`, and what a query may do with it. */
export const deviceCompliancePolicySettingStateSummary = typeRule('deviceCompliancePolicySettingStateSummary', 'intune', {
  plain:
    'id compliantDeviceCount conflictDeviceCount errorDeviceCount nonCompliantDeviceCount ' +
    'notApplicableDeviceCount platformType remediatedDeviceCount setting settingName unknownDeviceCount',
});
