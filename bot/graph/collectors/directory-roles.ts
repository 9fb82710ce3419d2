import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { failed, type Reading } from '../part.ts';

/**
 * Roles whose holder an Authentication Administrator may not give a pass to: then it takes a Privileged Authentication
 * Administrator. Template ids, the same in every tenant; twenty is the most that can be asked at once.
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions
 */
export const adminRoles = {
  'Global Administrator': '62e90394-69f5-4237-9190-012177145e10',
  'Security Administrator': '194ae4cb-b126-40b2-bd5b-6091b380977d',
  'Conditional Access Administrator': 'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9',
  'Cloud Device Administrator': '7698a772-787b-4ac8-901f-60d6b08affd2',
  'Intune Administrator': '3a2c62db-5318-420d-8d74-23affee5d9d5',
  'Privileged Authentication Administrator': '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
  'Groups Administrator': 'fdd7a751-b60b-444a-984c-02652fe8fa1c',
  'Identity Governance Administrator': '45d8d3c5-c802-45c6-b32a-1d70b5e1e86e',
  'Security Reader': '5d6b6bb7-de71-4623-b4af-96380a352509',
  'Global Reader': 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  'Helpdesk Administrator': '729827e3-9c14-49f7-bb1b-9608f156bbb8',
} as const;

/** Which of those roles the person holds, directly, through a group or by an active assignment; template ids. */
export async function readAdminRoles(graph: Graph, userId: string, deadline: Deadline): Promise<Reading<string[]>> {
  const reading = await graph.read.one(
    {
      name: 'directory-roles',
      version: 'v1.0',
      method: 'POST',
      url: `/users/${encodeURIComponent(userId)}/checkMemberObjects`,
      body: { ids: Object.values(adminRoles) },
      service: 'identity',
      units: 4,
      permission: 'User.Read.All',
    },
    deadline,
  );
  if (reading.kind !== 'read') return reading;
  const held = reading.value['value'];
  return Array.isArray(held) ? { ...reading, value: held.filter((id) => typeof id === 'string') } : failed('unreadable');
}
