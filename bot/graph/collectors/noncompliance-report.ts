import type { ComplianceSetting } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import { literal } from '../odata.ts';
import { failed, isRow, type Reading, type Row } from '../part.ts';
import { toComplianceStatus } from './compliance-status.ts';

/**
 * Which settings of which policies one managed device fails. A report, so it comes as a table: `Schema` names the
 * columns of `Values`, and Microsoft does not document them, so each is looked for under the names seen in the wild.
 * @see https://learn.microsoft.com/graph/api/intune-reporting-devicemanagementreports-getnoncompliantdevicesandsettingsreport
 */
export async function readNoncompliantSettings(graph: Graph, managedDeviceId: string, deadline: Deadline): Promise<Reading<ComplianceSetting[]>> {
  const reading = await graph.read.one(
    {
      name: 'noncompliance-report',
      version: 'v1.0',
      method: 'POST',
      url: '/deviceManagement/reports/getNoncompliantDevicesAndSettingsReport',
      body: { filter: `(DeviceId eq ${literal(managedDeviceId)})`, select: [], orderBy: [], skip: 0, top: 50 },
      service: 'intune-other',
      permission: 'DeviceManagementConfiguration.Read.All',
    },
    deadline,
  );
  if (reading.kind !== 'read') return reading;
  const table = toRows(reading.value);
  if (!table) return failed('unreadable');
  const own = table.filter((row) => sameId(cell(row, 'DeviceId', 'IntuneDeviceId') ?? managedDeviceId, managedDeviceId));
  return { ...reading, value: own.map((row) => toSetting(row, managedDeviceId)) };
}

/** The table as objects by column name; undefined when it is no report. */
function toRows(body: Row): Row[] | undefined {
  const { Schema: schema, Values: values } = body;
  if (!Array.isArray(schema) || !Array.isArray(values)) return undefined;
  const columns = schema.map((column) => (isRow(column) ? String(column['Column']) : ''));
  return values.filter(Array.isArray).map((line: unknown[]) => Object.fromEntries(columns.map((name, index) => [name.toLowerCase(), line[index]])));
}

const toSetting = (row: Row, managedDeviceId: string): ComplianceSetting => ({
  managedDeviceId,
  policyName: text(cell(row, 'PolicyName')),
  setting: text(cell(row, 'SettingId', 'SettingNm', 'Setting', 'SettingName')),
  settingName: text(cell(row, 'SettingNm_loc', 'SettingName_loc', 'SettingName', 'SettingNm')),
  state: toComplianceStatus(cell(row, 'SettingStatus', 'SettingState', 'State') ?? cell(row, 'SettingStatus_loc')),
  currentValue: text(cell(row, 'CurrentValue', 'SettingValue', 'DeviceValue')),
  errorCode: text(cell(row, 'ErrorCodeString', 'ErrorCode')),
});

/** The first of these columns that holds something. */
const cell = (row: Row, ...names: string[]): unknown => names.map((name) => row[name.toLowerCase()]).find((value) => value !== undefined && value !== null && value !== '');

const text = (value: unknown): string | null => (typeof value === 'string' || typeof value === 'number' ? String(value) : null);

const sameId = (one: unknown, other: string): boolean => typeof one === 'string' && one.toLowerCase() === other.toLowerCase();
