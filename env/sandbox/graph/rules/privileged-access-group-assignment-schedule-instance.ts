import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `privilegedAccessGroupAssignmentScheduleInstance`, and what a query may do with it. */
export const privilegedAccessGroupAssignmentScheduleInstance = typeRule('privilegedAccessGroupAssignmentScheduleInstance', 'directory', {
  filterable: {
    'eq':
      'accessId assignmentType groupId memberType principalId',
    'eq ne':
      'assignmentScheduleId',
  },
  plain:
    'id endDateTime startDateTime',
});
