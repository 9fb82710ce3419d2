import { collection } from '../odata/collection.ts';
import { operation } from '../operation.ts';
import { auditEvent } from '../rules/audit-event.ts';
import { visible } from './logs.ts';

/** Intune's own audit log: who changed a compliance policy. The directory's log does not know. */
export const auditEvents = [
  operation('GET /deviceManagement/auditEvents', 'intuneOther', 'intune', (call) =>
    collection(call, auditEvent, visible(call.contoso.deviceManagementAudits, 'activityDateTime', call)),
  ),
];
