import type { EnrollmentTroubleshootingEvent } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import type { Reading } from '../part.ts';

/**
 * Enrolments of the person that failed, with Intune's reason.
 * @see https://learn.microsoft.com/graph/api/intune-troubleshooting-enrollmenttroubleshootingevent-list
 */
export const readEnrolmentEvents = (graph: Graph, userId: string, deadline: Deadline): Promise<Reading<EnrollmentTroubleshootingEvent[]>> =>
  graph.read.all(
    {
      name: 'enrolment-events',
      version: 'v1.0',
      url: `/users/${encodeURIComponent(userId)}/deviceManagementTroubleshootingEvents`,
      service: 'intune-other',
      permission: 'DeviceManagementManagedDevices.Read.All',
    },
    deadline,
  );
