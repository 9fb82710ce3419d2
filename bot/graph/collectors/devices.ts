import type { GraphDevice } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { literal, query } from '../odata.ts';
import { mapReading, type Part, type Reading } from '../part.ts';

export const deviceProperties =
  'id,deviceId,displayName,accountEnabled,isCompliant,isManaged,mdmAppId,trustType,profileType,registrationDateTime,' +
  'approximateLastSignInDateTime,onPremisesSyncEnabled,onPremisesLastSyncDateTime,alternativeSecurityIds,enrollmentType,' +
  'enrollmentProfileName,managementType,deviceOwnership,operatingSystem,operatingSystemVersion,physicalIds';

const part = (name: string, url: string, more: Partial<Part> = {}): Part => ({
  name,
  version: 'v1.0',
  url,
  service: 'identity',
  permission: 'Device.Read.All',
  ...more,
});

/**
 * One device by the id that dsregcmd, the sign-in log and Intune print, which is never its object id. Strongly
 * consistent, so `absent` proves that the directory has no such device now.
 * @see https://learn.microsoft.com/graph/api/device-get
 */
export const readDevice = (graph: Graph, deviceId: string, deadline: Deadline): Promise<Reading<GraphDevice>> =>
  graph.read.one(part('device', `/devices(deviceId=${encodeURIComponent(literal(deviceId))})${query({ select: deviceProperties })}`, { mayBeAbsent: true }), deadline);

/** All devices of exactly that name: names repeat, and several of one name are evidence of a stale duplicate. */
export const readDevicesNamed = (graph: Graph, name: string, deadline: Deadline): Promise<Reading<GraphDevice[]>> =>
  graph.read.all(part('devices-named', `/devices${query({ filter: `displayName eq ${literal(name)}`, select: deviceProperties })}`), deadline);

/**
 * The devices the person is a registered user of: joined ones and registered ones alike. Other kinds of directory object
 * in the list are left out.
 * @see https://learn.microsoft.com/graph/api/user-list-registereddevices
 */
export async function readRegisteredDevices(graph: Graph, userId: string, deadline: Deadline): Promise<Reading<GraphDevice[]>> {
  const url = `/users/${encodeURIComponent(userId)}/registeredDevices${query({ select: deviceProperties })}`;
  const reading = await graph.read.all(part('registered-devices', url, { permission: 'User.Read.All' }), deadline);
  return mapReading(reading, (rows) =>
    rows.filter((row) => (row['@odata.type'] === undefined ? 'deviceId' in row : row['@odata.type'] === '#microsoft.graph.device')).map(withoutType),
  );
}

const withoutType = ({ '@odata.type': _type, ...device }: Record<string, unknown>): GraphDevice => device;
