import type { CompliancePolicy } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { query } from '../odata.ts';
import type { Part, Reading } from '../part.ts';

const compliancePolicies: Part = {
  name: 'compliance-policies',
  version: 'v1.0',
  url: `/deviceManagement/deviceCompliancePolicies${query({ select: 'id,displayName,createdDateTime,lastModifiedDateTime,version' })}`,
  service: 'intune-other',
  permission: 'DeviceManagementConfiguration.Read.All',
};

/**
 * Intune's compliance policies and when each last changed.
 * @see https://learn.microsoft.com/graph/api/intune-deviceconfig-devicecompliancepolicy-list
 */
export const readCompliancePolicies = (graph: Graph, deadline: Deadline): Promise<Reading<CompliancePolicy[]>> =>
  graph.tenant.share('compliance-policies', 60_000, deadline, (own) => graph.read.all(compliancePolicies, own) as Promise<Reading<CompliancePolicy[]>>);
