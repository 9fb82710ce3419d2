import type { Row } from '../../graph/odata/filter-match.ts';
import { guid } from '../ids.ts';
import type { Person } from '../person.ts';

export type Actor = { readonly person: Person } | { readonly app: string };

export interface AuditStory {
  readonly at: string;
  readonly activity: string;
  readonly service: 'Core Directory' | 'Device Registration Service' | 'Conditional Access';
  readonly category: 'Device' | 'Policy' | 'GroupManagement' | 'RoleManagement' | 'UserManagement';
  readonly operation: 'Add' | 'Update' | 'Delete' | 'Assign' | 'Unassign' | 'Register';
  readonly by: Actor;
  readonly target: { readonly id: string; readonly name: string; readonly type: 'Device' | 'Policy' | 'User' | 'Group' };
  /** Property → old and new value; values are written as JSON texts, the way the log does. */
  readonly changes?: Readonly<Record<string, readonly [unknown, unknown]>>;
}

function initiatedBy(actor: Actor): Row {
  if ('person' in actor) {
    return {
      app: null,
      user: {
        id: actor.person.id,
        displayName: actor.person.name,
        userPrincipalName: actor.person.upn,
        ipAddress: '203.0.113.14',
      },
    };
  }
  return {
    user: null,
    app: {
      appId: null,
      displayName: actor.app,
      servicePrincipalId: guid(`service-principal/${actor.app}`),
      servicePrincipalName: null,
    },
  };
}

const jsonText = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));

/** One row of the directory's audit log. */
export function auditRow(story: AuditStory): Row {
  const name = `${story.at}/${story.activity}/${story.target.id}`;
  return {
    id: `Directory_${guid(`audit/${name}`)}`,
    activityDateTime: story.at,
    activityDisplayName: story.activity,
    additionalDetails: [],
    category: story.category,
    correlationId: guid(`audit-correlation/${name}`),
    initiatedBy: initiatedBy(story.by),
    loggedByService: story.service,
    operationType: story.operation,
    result: 'success',
    resultReason: '',
    targetResources: [
      {
        id: story.target.id,
        displayName: story.target.name,
        type: story.target.type,
        userPrincipalName: null,
        groupType: null,
        modifiedProperties: Object.entries(story.changes ?? {}).map(([displayName, [oldValue, newValue]]) => ({
          displayName,
          oldValue: jsonText(oldValue),
          newValue: jsonText(newValue),
        })),
      },
    ],
  };
}
