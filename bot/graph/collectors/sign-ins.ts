import type { SignIn } from '../../diagnosis/graph-answers.ts';
import { perGraph, type Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { anyOf, knowsNewEnumMembers, literal, moment, query } from '../odata.ts';
import { mapReading, type Part, type Reading } from '../part.ts';
import { openPool, type Pool } from '../pool.ts';
import { toSignIn } from './sign-in-row.ts';

interface Whose {
  readonly userId: string;
  readonly since: Date;
}

const rowsPerUser = 100;

const part = (kind: 'interactive' | 'non-interactive', people: readonly Whose[]): Part => {
  const since = new Date(Math.min(...people.map((one) => one.since.getTime())));
  const whose = anyOf([...new Set(people.map(({ userId }) => `userId eq ${literal(userId)}`))]);
  const types = kind === 'interactive' ? '' : " and signInEventTypes/any(t: t eq 'nonInteractiveUser')";
  return {
    name: kind === 'interactive' ? 'sign-ins' : 'non-interactive-sign-ins',
    version: kind === 'interactive' ? 'v1.0' : 'beta',
    url: `/auditLogs/signIns${query({ filter: `${whose} and createdDateTime ge ${moment(since)}${types}`, top: Math.min(1_000, rowsPerUser * people.length) })}`,
    headers: knowsNewEnumMembers,
    service: 'reports',
    permission: 'AuditLog.Read.All',
  };
};

const poolOf = (kind: 'interactive' | 'non-interactive') =>
  perGraph((graph: Graph): Pool<Whose, SignIn[]> =>
    openPool({
      budget: graph.budgets.reports,
      maxKeys: 15,
      read: async (people, deadline) => mapReading(await graph.read.all(part(kind, people), deadline, { admitted: true }), (rows) => rows.map(toSignIn)),
      share: ({ userId, since }, rows) =>
        rows.filter((row) => row.userId?.toLowerCase() === userId.toLowerCase() && Date.parse(row.createdDateTime ?? '') >= Math.floor(since.getTime() / 1000) * 1000),
    }),
  );

const interactive = poolOf('interactive');
const nonInteractive = poolOf('non-interactive');

/**
 * The person's interactive sign-ins, newest first. There is no filter for "failed", so all are read and judged here.
 * @see https://learn.microsoft.com/graph/api/signin-list
 */
export const readSignIns = (graph: Graph, userId: string, since: Date, deadline: Deadline): Promise<Reading<SignIn[]>> =>
  interactive(graph).load({ userId, since }, deadline);

/**
 * The attempts Windows makes by itself. The broker behind CAA50021 is mostly here, and only the beta lists them.
 * @see https://learn.microsoft.com/graph/api/signin-list?view=graph-rest-beta
 */
export const readNonInteractiveSignIns = (graph: Graph, userId: string, since: Date, deadline: Deadline): Promise<Reading<SignIn[]>> =>
  nonInteractive(graph).load({ userId, since }, deadline);
