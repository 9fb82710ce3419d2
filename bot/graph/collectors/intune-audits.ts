import type { DeviceManagementAudit } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { hoursBefore, query } from '../odata.ts';
import { mapReading, type Part, type Reading } from '../part.ts';

const days = 7;

const auditEvents: Part = {
  name: 'intune-audits',
  version: 'v1.0',
  // No property of it is declared filterable: the newest pages are read and sifted here.
  url: `/deviceManagement/auditEvents${query({ top: 200 })}`,
  service: 'intune-other',
  permission: 'DeviceManagementApps.Read.All',
};

/**
 * A week of Intune's own audit log: who changed a compliance policy is written nowhere else.
 * @see https://learn.microsoft.com/graph/api/intune-auditing-auditevent-list
 */
export const readIntuneAudits = (graph: Graph, deadline: Deadline): Promise<Reading<DeviceManagementAudit[]>> =>
  graph.tenant.share('intune-audits', 60_000, deadline, async (own) => {
    const since = hoursBefore(graph.clock(), days * 24).getTime();
    const reading = (await graph.read.all(auditEvents, own)) as Reading<DeviceManagementAudit[]>;
    return mapReading(reading, (rows) => rows.filter(({ activityDateTime }) => Date.parse(activityDateTime ?? '') >= since));
  });
