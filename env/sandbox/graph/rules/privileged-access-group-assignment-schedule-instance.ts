import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `privilegedAccessGroupAssignmentScheduleInstance`: its properties, and which of them a query may filter by, with which operators. */
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
