import { unsupportedQuery } from '../errors.ts';
import type { Row } from '../odata/filter-match.ts';
import { collection } from '../odata/collection.ts';
import { operation, type Call } from '../operation.ts';
import { device } from '../rules/device.ts';
import { userOf } from './find.ts';

const deviceType = '#microsoft.graph.device';

/** Device objects whose registered user (and here also owner) the person is; joined devices appear too. */
function devicesOf(call: Call): Row[] {
  const userId = userOf(call, call.params[0] ?? '')['id'];
  const ids = new Set(call.contoso.registrations.filter((entry) => entry.userId === userId).map((entry) => entry.deviceObjectId));
  return call.contoso.devices
    .filter((candidate) => ids.has(candidate['id'] as string))
    .map((row) => ({ '@odata.type': deviceType, ...row }));
}

const list = (call: Call): object => collection(call, device, devicesOf(call));

/** A cast on a collection runs on the slower index, like the advanced queries. */
function castList(call: Call): object {
  if (call.headers['consistencylevel']?.toLowerCase() !== 'eventual' || call.query.get('$count') !== 'true') {
    throw unsupportedQuery("The OData cast needs 'ConsistencyLevel: eventual' and '$count=true'.");
  }
  return list(call);
}

export const userDevices = [
  operation('GET /users/{id}/registeredDevices', 'identity', 'directory', list),
  operation('GET /users/{id}/registeredDevices/microsoft.graph.device', 'identity', 'directory', castList),
  operation('GET /users/{id}/ownedDevices', 'identity', 'directory', list),
];
