import { collection } from '../odata/collection.ts';
import type { Row } from '../odata/filter-match.ts';
import { operation, type Call } from '../operation.ts';
import { deviceComplianceSettingState } from '../rules/device-compliance-setting-state.ts';
import { deviceCompliancePolicySettingStateSummary } from '../rules/device-compliance-policy-setting-state-summary.ts';

const summaryId = (setting: string): string => `${setting}_windows10`;

/** Every setting of every device, the way Intune's per-setting report turns them round. */
function settingsByDevice(call: Call): { device: Row; setting: Row }[] {
  return call.contoso.managedDevices.flatMap((device) =>
    (call.contoso.policyStates.get(device['id'] as string) ?? []).flatMap((state) =>
      (state['settingStates'] as Row[]).map((setting) => ({ device, setting })),
    ),
  );
}

function summaries(call: Call): object {
  const byName = new Map<string, Row[]>();
  for (const { setting } of settingsByDevice(call)) {
    const name = setting['setting'] as string;
    byName.set(name, [...(byName.get(name) ?? []), setting]);
  }
  const count = (settings: Row[], state: string): number => settings.filter((setting) => setting['state'] === state).length;
  const rows = [...byName].map(([setting, settings]) => ({
    id: summaryId(setting),
    setting,
    settingName: settings[0]?.['settingName'],
    platformType: 'windows10AndLater',
    unknownDeviceCount: count(settings, 'unknown'),
    notApplicableDeviceCount: count(settings, 'notApplicable'),
    compliantDeviceCount: count(settings, 'compliant'),
    remediatedDeviceCount: count(settings, 'remediated'),
    nonCompliantDeviceCount: count(settings, 'nonCompliant'),
    errorDeviceCount: count(settings, 'error'),
    conflictDeviceCount: count(settings, 'conflict'),
  }));
  return collection(call, deviceCompliancePolicySettingStateSummary, rows);
}

function devicesOfSetting(call: Call): object {
  const rows = settingsByDevice(call)
    .filter(({ setting }) => summaryId(setting['setting'] as string) === call.params[0])
    .map(({ device, setting }) => ({
      id: `${call.params[0]}_${device['id'] as string}`,
      setting: setting['setting'],
      settingName: setting['settingName'],
      deviceId: device['id'],
      deviceName: device['deviceName'],
      deviceModel: device['model'],
      userId: device['userId'],
      userEmail: device['emailAddress'],
      userName: device['userDisplayName'],
      userPrincipalName: device['userPrincipalName'],
      state: setting['state'],
      complianceGracePeriodExpirationDateTime: device['complianceGracePeriodExpirationDateTime'],
    }));
  return collection(call, deviceComplianceSettingState, rows);
}

export const complianceSettingSummaries = [
  operation('GET /deviceManagement/deviceCompliancePolicySettingStateSummaries', 'intuneOther', 'intune', summaries),
  operation(
    'GET /deviceManagement/deviceCompliancePolicySettingStateSummaries/{id}/deviceComplianceSettingStates',
    'intuneOther',
    'intune',
    devicesOfSetting,
  ),
];
