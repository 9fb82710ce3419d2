import type { Row } from '../odata/filter-match.ts';
import { notFound } from '../errors.ts';
import type { Call } from '../operation.ts';

const sameText = (a: unknown, b: string): boolean => typeof a === 'string' && a.toLowerCase() === b.toLowerCase();

/** The user by object id or user principal name. @throws GraphError 404 */
export function userOf(call: Call, key: string): Row {
  const user = call.contoso.users.find(
    (candidate) => sameText(candidate['id'], key) || sameText(candidate['userPrincipalName'], key),
  );
  if (!user) throw notFound('directory', key);
  return user;
}

/** The device object by its object id, never by its `deviceId`. @throws GraphError 404 */
export function deviceOf(call: Call, objectId: string): Row {
  const device = call.contoso.devices.find((candidate) => sameText(candidate['id'], objectId));
  if (!device) throw notFound('directory', objectId);
  return device;
}

/** @throws GraphError 404 */
export function managedDeviceOf(call: Call, id: string): Row {
  const device = call.contoso.managedDevices.find((candidate) => sameText(candidate['id'], id));
  if (!device) throw notFound('intune', id);
  return device;
}

export { sameText };
