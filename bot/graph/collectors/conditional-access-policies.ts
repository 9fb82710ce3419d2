import type { ConditionalAccessPolicy } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { knowsNewEnumMembers } from '../odata.ts';
import type { Part, Reading } from '../part.ts';

const policies: Part = {
  name: 'conditional-access-policies',
  version: 'v1.0',
  url: '/identity/conditionalAccess/policies',
  headers: knowsNewEnumMembers,
  service: 'conditional-access',
  permission: 'Policy.Read.All',
};

/**
 * All Conditional Access policies. One request a second for the whole tenant is all there is, other tools included, so
 * a minute's memory is shared by all cases.
 * @see https://learn.microsoft.com/graph/api/conditionalaccessroot-list-policies
 */
export const readConditionalAccessPolicies = (graph: Graph, deadline: Deadline): Promise<Reading<ConditionalAccessPolicy[]>> =>
  graph.tenant.share('conditional-access-policies', 60_000, deadline, (own) => graph.read.all(policies, own) as Promise<Reading<ConditionalAccessPolicy[]>>);
