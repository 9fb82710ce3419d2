import { unsupportedQuery } from '../errors.ts';
import { collection, single } from '../odata/collection.ts';
import { operation, type Call } from '../operation.ts';
import { managedDevice } from '../rules/managed-device.ts';
import { windowsProtectionState } from '../rules/windows-protection-state.ts';
import { notFound } from '../errors.ts';
import { managedDeviceOf, userOf } from './find.ts';

/** Microsoft publishes no page size here; a small one teaches clients to follow the links. */
const page = { defaultPage: 100, maxPage: 1000 };

function list(call: Call): object {
  const filter = call.query.get('$filter') ?? '';
  if (call.query.get('$count') === 'true' && filter.includes('azureADDeviceId')) {
    throw unsupportedQuery("'azureADDeviceId' cannot be filtered together with '$count'.");
  }
  return collection(call, managedDevice, call.contoso.managedDevices, page);
}

function ofUser(call: Call): object {
  const userId = userOf(call, call.params[0] ?? '')['id'];
  return collection(
    call,
    managedDevice,
    call.contoso.managedDevices.filter((row) => row['userId'] === userId),
    page,
  );
}

function protectionState(call: Call): object {
  const id = managedDeviceOf(call, call.params[0] ?? '')['id'] as string;
  const state = call.contoso.protectionStates.get(id);
  if (!state) throw notFound('intune', id);
  return single(call, windowsProtectionState, state);
}

export const managedDevices = [
  operation('GET /users/{id}/managedDevices', 'intuneDevices', 'intune', ofUser),
  operation('GET /deviceManagement/managedDevices', 'intuneDevices', 'intune', list),
  operation('GET /deviceManagement/managedDevices/{id}', 'intuneDevices', 'intune', (call) =>
    single(call, managedDevice, managedDeviceOf(call, call.params[0] ?? '')),
  ),
  operation('GET /deviceManagement/managedDevices/{id}/windowsProtectionState', 'intuneDevices', 'intune', protectionState),
];
