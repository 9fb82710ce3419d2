import { randomUUID } from 'node:crypto';
import { badRequest, notFound } from '../errors.ts';
import { single } from '../odata/collection.ts';
import type { Row } from '../odata/filter-match.ts';
import { operation, Reply, type Call } from '../operation.ts';
import { deviceManagementExportJob } from '../rules/device-management-export-job.ts';
import { sameText } from './find.ts';

const reports = new Set([
  'DeviceNonCompliance',
  'NoncompliantDevicesAndSettings',
  'DevicesWithoutCompliancePolicy',
  'DevicePolicySettingsComplianceReportV3',
]);

/** How long an export takes before it is complete. */
const workSeconds = 5;

function create(call: Call): Reply {
  const body = (call.body ?? {}) as Row;
  const reportName = body['reportName'];
  if (typeof reportName !== 'string' || !reports.has(reportName))
    throw badRequest('intune', `Report '${String(reportName)}' is not known.`);
  const row: Row = {
    id: `${reportName}_${randomUUID()}`,
    reportName,
    filter: typeof body['filter'] === 'string' ? body['filter'] : '',
    select: Array.isArray(body['select']) ? body['select'] : [],
    format: 'csv',
    snapshotId: null,
    localizationType: 'localizedValuesAsAdditionalColumn',
    status: 'notStarted',
    url: null,
    requestDateTime: call.now.toISOString(),
    expirationDateTime: '0001-01-01T00:00:00Z',
  };
  call.contoso.exportJobs.push(row);
  return new Reply(201, single(call, deviceManagementExportJob, row));
}

function poll(call: Call): object {
  const id = call.params[0] ?? '';
  const row = call.contoso.exportJobs.find((job) => sameText(job['id'], id));
  if (!row) throw notFound('intune', id);
  const requestedAt = new Date(row['requestDateTime'] as string);
  const isDone = call.now.getTime() - requestedAt.getTime() >= workSeconds * 1000;
  const done = {
    status: 'completed',
    url: `${call.origin}/exports/${encodeURIComponent(id)}.zip`,
    expirationDateTime: new Date(requestedAt.getTime() + 6 * 3_600_000).toISOString(),
  };
  return single(call, deviceManagementExportJob, { ...row, ...(isDone ? done : { status: 'inProgress' }) });
}

export const exportJobs = [
  operation('POST /deviceManagement/reports/exportJobs', 'intuneOther', 'intune', create),
  operation('GET /deviceManagement/reports/exportJobs/{id}', 'intuneOther', 'intune', poll),
];
