import type { GraphUser } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { query } from '../odata.ts';
import type { Part, Reading } from '../part.ts';
import type { ReadOptions } from '../read.ts';

/** `accountEnabled`, `userType` and the on-premises properties come only when they are selected. */
export const userProperties =
  'id,userPrincipalName,displayName,mail,userType,accountEnabled,usageLocation,onPremisesSyncEnabled,onPremisesLastSyncDateTime';

/**
 * The account itself, by object id or user principal name; `absent` when the directory does not know it.
 * @see https://learn.microsoft.com/graph/api/user-get
 */
export const readUser = (graph: Graph, key: string, deadline: Deadline, options?: ReadOptions): Promise<Reading<GraphUser>> =>
  graph.read.one(userPart(key), deadline, options);

const userPart = (key: string): Part => ({
  name: 'user',
  version: 'v1.0',
  url: `/users/${encodeURIComponent(key)}${query({ select: userProperties })}`,
  service: 'identity',
  permission: 'User.Read.All',
  mayBeAbsent: true,
});
