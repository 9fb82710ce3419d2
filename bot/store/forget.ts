/** Forgetting: what has been kept long enough, and a person who asks to be forgotten. */
import type { Case } from '../cases/case.ts';
import { CASE_COLUMNS, caseOf, updateCase, type CaseRow } from './case-rows.ts';
import type { StoreParts } from './parts.ts';
import type { Queryable } from './sql.ts';

const DAY_MS = 86_400_000;
export const KEEP_DAYS = { material: 7, closedCase: 90, activity: 2, person: 7 } as const;
/** Stands where a forgotten person stood in somebody else's case. */
export const FORGOTTEN = 'forgotten';

/** How many rows went. */
export interface Purged {
  readonly captures: number;
  readonly evidence: number;
  readonly cases: number;
  readonly conversations: number;
  readonly activities: number;
  readonly people: number;
}

/**
 * Deletes raw captures and evidence after seven days, closed cases with all that hangs on them after ninety, the
 * personal conversations of people who have no case left, done activities after two days.
 */
export async function purge({ sql, clock }: StoreParts): Promise<Purged> {
  const before = (days: number): string => new Date(clock().getTime() - days * DAY_MS).toISOString();
  return sql.transaction(async (tx) => {
    const drop = async (table: string, where: string, days: number): Promise<number> =>
      (await tx.query(`delete from helpdesk.${table} where ${where} returning 1`, [before(days)])).length;
    const captures = await drop('captures', 'received_at < $1', KEEP_DAYS.material);
    const evidence = await drop('evidence', 'read_at < $1', KEEP_DAYS.material);
    const activities = await drop('activities', 'done_at < $1', KEEP_DAYS.activity);
    const people = await drop('people', 'checked_at < $1', KEEP_DAYS.person);
    const reporters = await dropCases(tx, `state = 'closed' and closed_at < $1`, before(KEEP_DAYS.closedCase));
    const gone = await tx.query(
      `delete from helpdesk.conversations v where v.kind = 'personal' and v.person_key = any($1)
         and not exists (select 1 from helpdesk.cases c where c.reporter_key = v.person_key) returning 1`,
      [reporters],
    );
    return { captures, evidence, cases: reporters.length, conversations: gone.length, activities, people };
  });
}

/**
 * Removes everything that identifies a person: their cases, their personal conversation, what the directory said; in the
 * cases of others, where they opened or acted, their name gives way to a placeholder.
 */
export async function erasePerson(parts: StoreParts, aadObjectId: string): Promise<void> {
  const key = parts.sealer.pseudonym('person', aadObjectId);
  await parts.sql.transaction(async (tx) => {
    await dropCases(tx, 'reporter_key = $1', key);
    await tx.query('delete from helpdesk.conversations where person_key = $1', [key]);
    await tx.query('delete from helpdesk.people where person_key = $1', [key]);
    await forgetOpener(tx, parts, key);
    await forgetActor(tx, parts, key);
  });
}

/** @returns the reporter of each deleted case */
async function dropCases(tx: Queryable, where: string, value: string): Promise<string[]> {
  await tx.query(`select set_config('helpdesk.forgetting', 'on', true)`);
  const rows = await tx.query<{ reporter_key: string }>(`delete from helpdesk.cases where ${where} returning reporter_key`, [value]);
  return rows.map((row) => row.reporter_key);
}

async function forgetOpener(tx: Queryable, { sealer, clock }: StoreParts, key: string): Promise<void> {
  const rows = await tx.query<CaseRow & { device_slot: string }>(
    `select ${CASE_COLUMNS}, c.device_slot from helpdesk.cases c where c.opener_key = $1 for update of c`,
    [key],
  );
  for (const row of rows) {
    const before = caseOf(row, sealer);
    const after: Case = {
      ...before, version: before.version + 1, updatedAt: clock().toISOString(),
      openedBy: { aadObjectId: FORGOTTEN, name: FORGOTTEN },
    };
    await updateCase(tx, after, before.version, sealer, row.device_slot.includes('#'));
  }
}

async function forgetActor(tx: Queryable, { sealer }: StoreParts, key: string): Promise<void> {
  const rows = await tx.query<{ case_id: string; seq: number; doc: Uint8Array }>(
    'select case_id, seq, doc from helpdesk.case_events where actor_key = $1',
    [key],
  );
  for (const { case_id, seq, doc } of rows) {
    const context = `event:${case_id}:${seq}`;
    const { data } = sealer.open<{ data: unknown }>(doc, context);
    await tx.query('update helpdesk.case_events set actor_key = null, doc = $3 where case_id = $1 and seq = $2', [
      case_id, seq, sealer.seal({ actor: FORGOTTEN, data }, context),
    ]);
  }
}
