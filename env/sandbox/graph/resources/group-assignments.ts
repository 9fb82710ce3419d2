import { badRequest } from '../errors.ts';
import { collection } from '../odata/collection.ts';
import { operation, type Call } from '../operation.ts';
import { privilegedAccessGroupAssignmentScheduleInstance } from '../rules/privileged-access-group-assignment-schedule-instance.ts';

/** Time-bound memberships that are running now; the question must name a group or a person. */
function instances(call: Call): object {
  if (!/\b(groupId|principalId)\b/.test(call.query.get('$filter') ?? '')) {
    throw badRequest('directory', "The '$filter' must name 'groupId' or 'principalId'.");
  }
  const running = call.contoso.groupAssignments.filter(
    (row) => row['endDateTime'] === null || new Date(row['endDateTime'] as string) > call.now,
  );
  return collection(call, privilegedAccessGroupAssignmentScheduleInstance, running);
}

export const groupAssignments = [
  operation('GET /identityGovernance/privilegedAccess/group/assignmentScheduleInstances', 'unlisted', 'directory', instances),
];
