import { collection } from '../odata/collection.ts';
import { operation } from '../operation.ts';
import { enrollmentTroubleshootingEvent } from '../rules/enrollment-troubleshooting-event.ts';
import { userOf } from './find.ts';

/** Failed enrolments of a person. */
export const troubleshootingEvents = [
  operation('GET /users/{id}/deviceManagementTroubleshootingEvents', 'intuneOther', 'intune', (call) => {
    const userId = userOf(call, call.params[0] ?? '')['id'];
    const rows = call.contoso.troubleshootingEvents
      .filter((row) => row['userId'] === userId)
      .map((row) => ({ '@odata.type': '#microsoft.graph.enrollmentTroubleshootingEvent', ...row }));
    return collection(call, enrollmentTroubleshootingEvent, rows);
  }),
];
