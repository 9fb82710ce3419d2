import { badRequest } from '../errors.ts';
import { FilterSyntaxError, parseFilter, type Filter } from '../odata/filter-parse.ts';
import { matches, type Row } from '../odata/filter-match.ts';
import { operation, Reply, type Call } from '../operation.ts';

interface ReportRequest {
  filter?: unknown;
  select?: unknown;
  skip?: unknown;
  top?: unknown;
}

const codes: Record<string, number> = {
  unknown: 0,
  notApplicable: 1,
  compliant: 2,
  remediated: 3,
  nonCompliant: 4,
  error: 5,
  conflict: 6,
  notAssigned: 7,
};

/** One row per device and failing setting, as the "noncompliant devices and settings" report has it. */
function settingRows(call: Call): Row[] {
  return call.contoso.managedDevices.flatMap((device) =>
    (call.contoso.policyStates.get(device['id'] as string) ?? []).flatMap((state) =>
      (state['settingStates'] as Row[])
        .filter((setting) => setting['state'] === 'nonCompliant' || setting['state'] === 'error')
        .map((setting) => ({
          DeviceId: device['id'],
          DeviceName: device['deviceName'],
          UPN: device['userPrincipalName'],
          PolicyName: state['displayName'],
          SettingName: setting['settingName'],
          SettingNm: setting['setting'],
          SettingStatus: codes[setting['state'] as string],
          SettingStatus_loc: setting['state'] === 'error' ? 'Error' : 'Not compliant',
          ErrorCode: setting['errorCode'],
          OSVersion: device['osVersion'],
          LastContact: device['lastSyncDateTime'],
        })),
    ),
  );
}

function deviceRows(call: Call): Row[] {
  return call.contoso.managedDevices
    .filter((device) => device['complianceState'] === 'noncompliant')
    .map((device) => ({
      DeviceId: device['id'],
      DeviceName: device['deviceName'],
      UPN: device['userPrincipalName'],
      ComplianceState: 2,
      ComplianceState_loc: 'Noncompliant',
      OS: device['operatingSystem'],
      OSVersion: device['osVersion'],
      LastContact: device['lastSyncDateTime'],
    }));
}

const typeOf = (value: unknown): string => (typeof value === 'number' ? 'Int64' : 'String');

function readFilter(text: unknown): Filter | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  try {
    return parseFilter(text);
  } catch (cause) {
    if (cause instanceof FilterSyntaxError) throw badRequest('intune', cause.message);
    throw cause;
  }
}

const wholeNumber = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : otherwise;

/** A table in a stream: the columns are told by `Schema`, not by position, and it is not labelled as JSON. */
function table(call: Call, rows: Row[], columns: readonly string[]): Reply {
  const request = (call.body ?? {}) as ReportRequest;
  const filter = readFilter(request.filter);
  const found = filter ? rows.filter((row) => matches(filter, row)) : rows;
  const wanted = Array.isArray(request.select) ? request.select.map(String) : [];
  for (const name of wanted)
    if (!columns.includes(name)) throw badRequest('intune', `Column '${name}' is not part of the report.`);
  const shown = wanted.length > 0 ? wanted : columns;
  const skip = wholeNumber(request.skip, 0);
  const sample = rows[0];
  const body = {
    TotalRowCount: found.length,
    Schema: shown.map((Column) => ({ Column, PropertyType: typeOf(sample?.[Column]) })),
    Values: found.slice(skip, skip + wholeNumber(request.top, 50)).map((row) => shown.map((name) => row[name] ?? null)),
    SessionId: '',
  };
  return new Reply(200, JSON.stringify(body), { 'content-type': 'application/octet-stream' });
}

const settingColumns = [
  'DeviceId',
  'DeviceName',
  'UPN',
  'PolicyName',
  'SettingName',
  'SettingNm',
  'SettingStatus',
  'SettingStatus_loc',
  'ErrorCode',
  'OSVersion',
  'LastContact',
];
const deviceColumns = [
  'DeviceId',
  'DeviceName',
  'UPN',
  'ComplianceState',
  'ComplianceState_loc',
  'OS',
  'OSVersion',
  'LastContact',
];

export const complianceReports = [
  operation('POST /deviceManagement/reports/getNoncompliantDevicesAndSettingsReport', 'intuneOther', 'intune', (call) =>
    table(call, settingRows(call), settingColumns),
  ),
  operation('POST /deviceManagement/reports/getDeviceNonComplianceReport', 'intuneOther', 'intune', (call) =>
    table(call, deviceRows(call), deviceColumns),
  ),
];
