import type { DirectoryAudit } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { hoursBefore, moment, query } from '../odata.ts';
import type { Reading } from '../part.ts';

const days = 7;

/**
 * A week of what may have struck many people at once: changes of Conditional Access policies and deletions of devices.
 * One question of the five per ten seconds, kept a minute for all cases. `category` and `result` cannot be filtered.
 * @see https://learn.microsoft.com/graph/api/directoryaudit-list
 */
export const readTenantAudits = (graph: Graph, deadline: Deadline): Promise<Reading<DirectoryAudit[]>> =>
  graph.tenant.share('tenant-audits', 60_000, deadline, (own) => {
    const since = moment(hoursBefore(graph.clock(), days * 24));
    const filter = `activityDateTime ge ${since} and (loggedByService eq 'Conditional Access' or activityDisplayName eq 'Delete device')`;
    return graph.read.all(
      { name: 'tenant-audits', version: 'v1.0', url: `/auditLogs/directoryAudits${query({ filter, top: 999 })}`, service: 'reports', permission: 'AuditLog.Read.All', maxPages: 2 },
      own,
    );
  });
