import type { GraphDevice } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { query } from '../odata.ts';
import type { Part, Reading } from '../part.ts';
import { deviceProperties } from './devices.ts';

const deletedDevices: Part = {
  name: 'deleted-devices',
  version: 'beta',
  url: `/directory/deletedItems/microsoft.graph.device${query({ select: `${deviceProperties},deletedDateTime`, top: 999 })}`,
  service: 'identity',
  // Microsoft publishes none for devices; the other kinds of object need their own Read.All.
  permission: 'Device.Read.All',
  maxPages: 5,
};

/**
 * The tenant's bin of devices, thirty days deep (preview). Hybrid-joined devices never get there: they are gone at once.
 * @see https://learn.microsoft.com/entra/identity/devices/concept-soft-delete-devices
 */
export const readDeletedDevices = (graph: Graph, deadline: Deadline): Promise<Reading<GraphDevice[]>> =>
  graph.tenant.share('deleted-devices', 60_000, deadline, (own) => graph.read.all(deletedDevices, own) as Promise<Reading<GraphDevice[]>>);
