import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `deviceCompliancePolicySettingStateSummary`: its properties, and which of them a query may filter by, with which operators. */
export const deviceCompliancePolicySettingStateSummary = typeRule('deviceCompliancePolicySettingStateSummary', 'intune', {
  plain:
    'id compliantDeviceCount conflictDeviceCount errorDeviceCount nonCompliantDeviceCount ' +
    'notApplicableDeviceCount platformType remediatedDeviceCount setting settingName unknownDeviceCount',
});
