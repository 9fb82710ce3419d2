import type { Case, CaseDevice } from '../cases/case.ts';
import type { Queryable } from './sql.ts';
import type { Sealer } from './seal.ts';

export interface CaseRow {
  readonly doc: Uint8Array;
  readonly id: string;
  readonly event_count: number;
  readonly capture_count: number;
}

/** What every reading of cases selects; captures are counted, because they go before the case does. */
export const CASE_COLUMNS = `c.id, c.doc, c.event_count,
  (select count(*)::int from helpdesk.captures p where p.case_id = c.id) as capture_count`;

export function caseOf(row: CaseRow, sealer: Sealer): Case {
  return { ...sealer.open<Case>(row.doc, `case:${row.id}`), captureCount: row.capture_count };
}

/** Which device a case is about, as one word: its id, else its short name, else nothing. */
export function deviceWord(device: CaseDevice): string {
  if (device.deviceId !== undefined) return `id:${device.deviceId.toLowerCase()}`;
  const name = shortName(device.name);
  return name === undefined ? '' : `name:${name}`;
}

/** Whether a report about `asked` belongs to a case about `known`; a report that names no device belongs to any. */
export function isSameDevice(asked: CaseDevice, known: CaseDevice): boolean {
  if (deviceWord(asked) === '') return true;
  if (asked.deviceId !== undefined && known.deviceId !== undefined) return deviceWord(asked) === deviceWord(known);
  const name = shortName(asked.name);
  return name !== undefined && name === shortName(known.name);
}

function shortName(name: string | undefined): string | undefined {
  const short = name?.trim().split('.')[0]?.toLowerCase();
  return short === '' ? undefined : short;
}

/** The columns a case is found by, drawn from the case itself. */
export function columnsOf(c: Case, sealer: Sealer, deviceIsTaken = false) {
  const word = deviceWord(c.device);
  const device = word === '' ? '' : sealer.pseudonym('device', word);
  return {
    reporterKey: sealer.pseudonym('person', c.reporter.aadObjectId),
    openerKey: c.openedBy ? sealer.pseudonym('person', c.openedBy.aadObjectId) : null,
    // Two open cases may turn out to be about one device; the later to find out keeps its own slot and nobody fails.
    deviceSlot: deviceIsTaken ? `${device}#${c.id}` : device,
    closedAt: c.state === 'closed' ? (c.closedAt ?? c.updatedAt) : null,
    doc: sealer.seal(c, `case:${c.id}`),
  };
}

export async function insertCase(tx: Queryable, c: Case, sealer: Sealer): Promise<void> {
  const row = columnsOf(c, sealer);
  await tx.query(
    `insert into helpdesk.cases (id, number, tenant_id, reporter_key, opener_key, state, version, event_count,
       device_slot, opened_at, updated_at, closed_at, doc)
     values ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10, $11, $12)`,
    [c.id, c.number, c.tenantId, row.reporterKey, row.openerKey, c.state, c.version, row.deviceSlot, c.openedAt, c.updatedAt, row.closedAt, row.doc],
  );
}

/** @returns false when the case has moved on since `seenVersion`: then nothing was written */
export async function updateCase(
  tx: Queryable, c: Case, seenVersion: number, sealer: Sealer, deviceIsTaken: boolean,
): Promise<boolean> {
  const row = columnsOf(c, sealer, deviceIsTaken);
  const updated = await tx.query(
    `update helpdesk.cases set state = $3, version = $4, device_slot = $5, updated_at = $6, closed_at = $7, doc = $8,
            reporter_key = $9, opener_key = $10
      where id = $1 and version = $2 returning id`,
    [c.id, seenVersion, c.state, c.version, row.deviceSlot, c.updatedAt, row.closedAt, row.doc, row.reporterKey, row.openerKey],
  );
  return updated.length === 1;
}
