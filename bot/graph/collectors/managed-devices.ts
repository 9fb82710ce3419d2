import type { ManagedDevice } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { literal, query } from '../odata.ts';
import type { Part, Reading } from '../part.ts';

const managedDeviceProperties =
  'id,azureADDeviceId,deviceName,userId,userPrincipalName,complianceState,complianceGracePeriodExpirationDateTime,lastSyncDateTime,' +
  'enrolledDateTime,isEncrypted,osVersion,operatingSystem,managementState,managementAgent,deviceRegistrationState,' +
  'deviceEnrollmentType,azureADRegistered,serialNumber,model';

const part = (name: string, url: string): Part => ({
  name,
  version: 'v1.0',
  url,
  service: 'intune-devices',
  permission: 'DeviceManagementManagedDevices.Read.All',
});

/**
 * Intune's records of the person: needs no device id, so it fits the first trip. `0001-01-01` in a date means never.
 * @see https://learn.microsoft.com/graph/api/intune-devices-manageddevice-list
 */
export const readManagedDevices = (graph: Graph, userId: string, deadline: Deadline): Promise<Reading<ManagedDevice[]>> =>
  graph.read.all(part('managed-devices', `/users/${encodeURIComponent(userId)}/managedDevices${query({ select: managedDeviceProperties })}`), deadline);

/** Intune's records of one device, whoever its primary user is; several after a re-enrolment. */
export const readManagedDevicesOf = (graph: Graph, deviceId: string, deadline: Deadline): Promise<Reading<ManagedDevice[]>> =>
  graph.read.all(
    part('managed-device', `/deviceManagement/managedDevices${query({ filter: `azureADDeviceId eq ${literal(deviceId)}`, select: managedDeviceProperties })}`),
    deadline,
  );
