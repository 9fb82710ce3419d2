import { notFound } from '../errors.ts';
import { collection } from '../odata/collection.ts';
import type { Row } from '../odata/filter-match.ts';
import { operation, type Call } from '../operation.ts';
import { deviceCompliancePolicyState } from '../rules/device-compliance-policy-state.ts';
import { deviceCompliancePolicySettingState } from '../rules/device-compliance-policy-setting-state.ts';
import { managedDeviceOf, sameText } from './find.ts';

const statesOf = (call: Call): Row[] =>
  call.contoso.policyStates.get(managedDeviceOf(call, call.params[0] ?? '')['id'] as string) ?? [];

/** In the list the settings are null; they must be asked for one state at a time. */
const list = (call: Call): object =>
  collection(
    call,
    deviceCompliancePolicyState,
    statesOf(call).map((row) => ({ ...row, settingStates: null })),
  );

function settings(call: Call): object {
  const id = call.params[1] ?? '';
  const state = statesOf(call).find((candidate) => sameText(candidate['id'], id));
  if (!state) throw notFound('intune', id);
  return collection(call, deviceCompliancePolicySettingState, state['settingStates'] as Row[]);
}

export const complianceStates = [
  operation('GET /deviceManagement/managedDevices/{id}/deviceCompliancePolicyStates', 'intuneOther', 'intune', list),
  operation(
    'GET /deviceManagement/managedDevices/{id}/deviceCompliancePolicyStates/{id}/settingStates',
    'intuneOther',
    'intune',
    settings,
  ),
];
