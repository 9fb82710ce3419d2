import { notFound } from '../errors.ts';
import { collection, count, single } from '../odata/collection.ts';
import type { Row } from '../odata/filter-match.ts';
import { operation, type Call } from '../operation.ts';
import { device } from '../rules/device.ts';
import { user } from '../rules/user.ts';
import { deviceOf, sameText } from './find.ts';

function byDeviceId(call: Call): object {
  const deviceId = call.params[0] ?? '';
  const found = call.contoso.devices.find((candidate) => sameText(candidate['deviceId'], deviceId));
  if (!found) throw notFound('directory', deviceId);
  return single(call, device, found);
}

function registeredUsers(call: Call): object {
  const objectId = deviceOf(call, call.params[0] ?? '')['id'];
  const ids = new Set(
    call.contoso.registrations.filter((entry) => entry.deviceObjectId === objectId).map((entry) => entry.userId),
  );
  const rows: Row[] = call.contoso.users
    .filter((candidate) => ids.has(candidate['id'] as string))
    .map((row) => ({ '@odata.type': '#microsoft.graph.user', ...row }));
  return collection(call, user, rows);
}

/** All devices once, then a link for what changes; in the sandbox nothing has changed yet when it is followed. */
function delta(call: Call): object {
  const deltaToken = call.query.get('$deltatoken');
  const rows = deltaToken === null ? call.contoso.devices : [];
  const query = new URLSearchParams(call.query);
  query.delete('$deltatoken');
  const page = collection({ ...call, query }, device, rows, { filter: false }) as Row;
  if (page['@odata.nextLink'] === undefined)
    page['@odata.deltaLink'] = `${call.origin}/${call.version}/devices/delta?$deltatoken=${call.now.getTime()}`;
  return page;
}

export const devices = [
  operation('GET /devices/$count', 'identity', 'directory', (call) => count(call, device, call.contoso.devices)),
  operation('GET /devices', 'identity', 'directory', (call) => collection(call, device, call.contoso.devices)),
  operation('GET /devices/delta', 'identity', 'directory', delta),
  operation('GET /devices/{id}', 'identity', 'directory', (call) => single(call, device, deviceOf(call, call.params[0] ?? ''))),
  operation("GET /devices(deviceId='{deviceId}')", 'identity', 'directory', byDeviceId),
  operation('GET /devices/{id}/registeredUsers', 'identity', 'directory', registeredUsers),
];
