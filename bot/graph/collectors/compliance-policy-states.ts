import type { ComplianceSetting } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { mapReading, type Part, type Reading, type Row } from '../part.ts';
import { toComplianceStatus } from './compliance-status.ts';

/** One policy's verdict on one managed device; the settings behind it are read by path, the list leaves them null. */
export interface PolicyState {
  readonly id: string;
  readonly displayName: string | null;
  readonly state: string | null;
}

const part = (name: string, path: string): Part => ({
  name,
  version: 'v1.0',
  url: `/deviceManagement/managedDevices/${path}`,
  service: 'intune-other',
  permission: 'DeviceManagementConfiguration.Read.All',
});

/** The way round when the report does not answer: in the metadata and in use, but with no page of its own. */
export async function readPolicyStates(graph: Graph, managedDeviceId: string, deadline: Deadline): Promise<Reading<PolicyState[]>> {
  const reading = await graph.read.all(part('compliance-policy-states', `${encodeURIComponent(managedDeviceId)}/deviceCompliancePolicyStates`), deadline);
  return mapReading(reading, (rows) =>
    rows.map((row) => ({ id: String(row['id']), displayName: text(row['displayName']), state: toComplianceStatus(row['state']) })),
  );
}

export async function readSettingStates(graph: Graph, managedDeviceId: string, policy: PolicyState, deadline: Deadline): Promise<Reading<ComplianceSetting[]>> {
  const path = `${encodeURIComponent(managedDeviceId)}/deviceCompliancePolicyStates/${encodeURIComponent(policy.id)}/settingStates`;
  const reading = await graph.read.all(part('compliance-setting-states', path), deadline);
  return mapReading(reading, (rows) => rows.map((row) => toSetting(row, managedDeviceId, policy)).filter(({ state }) => !settled.includes(state ?? '')));
}

/** The report lists what fails; the way round should not list more. */
const settled = ['compliant', 'remediated', 'notApplicable', 'notAssigned'];

const toSetting = (row: Row, managedDeviceId: string, policy: PolicyState): ComplianceSetting => ({
  managedDeviceId,
  policyName: policy.displayName,
  setting: text(row['setting']),
  settingName: text(row['settingName']),
  state: toComplianceStatus(row['state']),
  currentValue: text(row['currentValue']),
  errorCode: text(row['errorCode']),
});

const text = (value: unknown): string | null => (typeof value === 'string' || typeof value === 'number' ? String(value) : null);
