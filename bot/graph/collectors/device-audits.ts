import type { DirectoryAudit } from '../../diagnosis/graph-answers.ts';
import { perGraph, type Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { anyOf, hoursBefore, literal, moment, query } from '../odata.ts';
import type { Part, Reading } from '../part.ts';
import { openPool, type Pool } from '../pool.ts';

/** Which devices an audit row must concern: object ids are certain, names repeat and still help when the id is unknown. */
export interface Targets {
  readonly objectIds: readonly string[];
  readonly names: readonly string[];
}

/** The log reaches back thirty days with Entra ID P1, seven without. */
const days = 30;

/** Whether the row has one of them as its target. */
export const concerns = (row: DirectoryAudit, { objectIds, names }: Targets): boolean =>
  (row.targetResources ?? []).some(
    ({ id, displayName }) =>
      objectIds.some((one) => one.toLowerCase() === id?.toLowerCase()) || names.some((one) => one.toLowerCase() === displayName?.toLowerCase()),
  );

const part = (wanted: readonly Targets[], now: Date): Part => {
  const byId = wanted.flatMap(({ objectIds }) => objectIds).map((id) => `targetResources/any(t:t/id eq ${literal(id)})`);
  const byName = wanted.flatMap(({ names }) => names).map((name) => `targetResources/any(t:t/displayName eq ${literal(name)})`);
  const filter = `activityDateTime ge ${moment(hoursBefore(now, days * 24))} and ${anyOf([...new Set([...byId, ...byName])])}`;
  return { name: 'device-audits', version: 'v1.0', url: `/auditLogs/directoryAudits${query({ filter, top: 200 })}`, service: 'reports', permission: 'AuditLog.Read.All' };
};

const pool = perGraph((graph: Graph): Pool<Targets, DirectoryAudit[]> =>
  openPool({
    budget: graph.budgets.reports,
    maxKeys: 6,
    read: (wanted, deadline) => graph.read.all(part(wanted, graph.clock()), deadline, { admitted: true }) as Promise<Reading<DirectoryAudit[]>>,
    share: (wanted, rows) => rows.filter((row) => concerns(row, wanted)),
  }),
);

/**
 * What was done to these devices: deleted, disabled (an `Update device` that turns `AccountEnabled` off; there is no
 * activity of its own for it), registered, lost compliance. At least one id or name must be given.
 * @see https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities
 */
export const readDeviceAudits = (graph: Graph, wanted: Targets, deadline: Deadline): Promise<Reading<DirectoryAudit[]>> => pool(graph).load(wanted, deadline);
