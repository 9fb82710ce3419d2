import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `unifiedRoleAssignmentScheduleInstance`, and what a query may do with it. */
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
