import type { WindowsProtectionState } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { mapReading, type Reading } from '../part.ts';

/** What Defender on that device reports; `absent` when it never did. */
export async function readProtectionState(graph: Graph, managedDeviceId: string, deadline: Deadline): Promise<Reading<WindowsProtectionState>> {
  const reading = await graph.read.one(
    {
      name: 'protection-state',
      version: 'v1.0',
      url: `/deviceManagement/managedDevices/${encodeURIComponent(managedDeviceId)}/windowsProtectionState`,
      service: 'intune-devices',
      permission: 'DeviceManagementManagedDevices.Read.All',
      mayBeAbsent: true,
    },
    deadline,
  );
  return mapReading(reading, (state) => ({ ...state, managedDeviceId }));
}
