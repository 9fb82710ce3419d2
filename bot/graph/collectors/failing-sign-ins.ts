import type { SignIn } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { hoursBefore, knowsNewEnumMembers, moment, query } from '../odata.ts';
import { mapReading, type Reading } from '../part.ts';
import { toSignIn } from './sign-in-row.ts';

const key = 'failing-sign-ins';
/** The window in which others count as failing together with this person. */
export const cohortMinutes = 60;

/**
 * Everybody's sign-ins that Conditional Access refused within the last hour: one question for the whole tenant, kept a
 * minute, from which every case counts its own companions.
 */
export const readFailingSignIns = (graph: Graph, deadline: Deadline): Promise<Reading<SignIn[]>> =>
  graph.tenant.share(key, 60_000, deadline, async (own) => {
    const filter = `conditionalAccessStatus eq 'failure' and createdDateTime ge ${moment(hoursBefore(graph.clock(), cohortMinutes / 60))}`;
    const reading = await graph.read.all(
      {
        name: key,
        version: 'v1.0',
        url: `/auditLogs/signIns${query({ filter, top: 1_000 })}`,
        headers: knowsNewEnumMembers,
        service: 'reports',
        permission: 'AuditLog.Read.All',
        maxPages: 2,
      },
      own,
    );
    return mapReading(reading, (rows) => rows.map(toSignIn));
  });

/** Whether the window is in memory, so that looking costs nothing. */
export const knowsFailingSignIns = (graph: Graph): boolean => graph.tenant.holds(key);
