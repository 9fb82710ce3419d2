import { collection } from '../odata/collection.ts';
import { operation } from '../operation.ts';
import { directoryAudit } from '../rules/directory-audit.ts';
import { visible } from './logs.ts';

export const directoryAudits = [
  operation('GET /auditLogs/directoryAudits', 'auditReports', 'reports', (call) =>
    collection(call, directoryAudit, visible(call.contoso.directoryAudits, 'activityDateTime', call), {
      defaultPage: 1000,
      maxPage: 1000,
    }),
  ),
];
