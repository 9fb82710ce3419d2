import { collection } from '../odata/collection.ts';
import { operation } from '../operation.ts';
import { windowsAutopilotDeviceIdentity } from '../rules/windows-autopilot-device-identity.ts';

export const autopilot = [
  operation('GET /deviceManagement/windowsAutopilotDeviceIdentities', 'intuneOther', 'intune', (call) =>
    collection(call, windowsAutopilotDeviceIdentity, call.contoso.autopilotDevices),
  ),
];
