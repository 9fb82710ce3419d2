import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `unifiedRoleAssignmentScheduleInstance`: its properties, and which of them a query may filter by, with which operators. */
export const unifiedRoleAssignmentScheduleInstance = typeRule('unifiedRoleAssignmentScheduleInstance', 'directory', {
  filterable: {
    eq:
      'principalId roleDefinitionId directoryScopeId',
    'eq ne':
      'assignmentType memberType roleAssignmentOriginId roleAssignmentScheduleId',
  },
  plain:
    'id appScopeId endDateTime startDateTime',
});
