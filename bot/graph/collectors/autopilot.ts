import type { AutopilotDevice } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { literal, query } from '../odata.ts';
import type { Reading } from '../part.ts';

/**
 * The Autopilot registration behind a serial number: how far a new laptop got.
 * @see https://learn.microsoft.com/graph/api/intune-enrollment-windowsautopilotdeviceidentity-list
 */
export const readAutopilot = (graph: Graph, serialNumber: string, deadline: Deadline): Promise<Reading<AutopilotDevice[]>> =>
  graph.read.all(
    {
      name: 'autopilot',
      version: 'v1.0',
      url: `/deviceManagement/windowsAutopilotDeviceIdentities${query({ filter: `contains(serialNumber,${literal(serialNumber)})` })}`,
      service: 'intune-other',
      permission: 'DeviceManagementServiceConfig.Read.All',
    },
    deadline,
  );
