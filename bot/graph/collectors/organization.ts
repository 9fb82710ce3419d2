import type { Organization } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { query } from '../odata.ts';
import { failed, type Part, type Reading } from '../part.ts';

const organization: Part = {
  name: 'organization',
  version: 'v1.0',
  url: `/organization${query({ select: 'id,displayName,onPremisesSyncEnabled,onPremisesLastSyncDateTime,mobileDeviceManagementAuthority' })}`,
  service: 'identity',
  permission: 'User.Read.All',
};

/**
 * The tenant: whether it synchronises with a directory on premises, and when it last did. A collection of one.
 * @see https://learn.microsoft.com/graph/api/organization-get
 */
export const readOrganization = (graph: Graph, deadline: Deadline): Promise<Reading<Organization>> =>
  graph.tenant.share('organization', 60_000, deadline, async (own): Promise<Reading<Organization>> => {
    const reading = await graph.read.all(organization, own);
    if (reading.kind !== 'read') return reading;
    const [only] = reading.value;
    return only ? { ...reading, value: only } : failed('unreadable');
  });
