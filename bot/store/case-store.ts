import type { Case } from '../cases/case.ts';
import type { CaseStore } from '../cases/ports.ts';
import { appendEvents, readEvents } from './case-events.ts';
import { keepMaterial, readCaptures, readEvidence } from './case-material.ts';
import { CASE_COLUMNS, caseOf, updateCase, type CaseRow } from './case-rows.ts';
import { openOrFind } from './open-or-find.ts';
import { patched } from './patched.ts';
import type { StoreParts } from './parts.ts';
import { sqlState, type Param } from './sql.ts';

const UNIQUE_VIOLATION = '23505';
/** A deadlock or a serialization failure: nothing was written, and trying again is the remedy. */
const TRY_AGAIN = new Set(['40001', '40P01', UNIQUE_VIOLATION]);
const MOST_TRIES = 8;

export function makeCaseStore(parts: StoreParts): CaseStore {
  const { sql, sealer } = parts;

  async function select(rest: string, params: readonly Param[]): Promise<Case[]> {
    const rows = await sql.query<CaseRow>(`select ${CASE_COLUMNS} from helpdesk.cases c ${rest}`, params);
    return rows.map((row) => caseOf(row, sealer));
  }

  return {
    openOrFind: (input, plan) => openOrFind(parts, input, plan),
    find: async (caseId) => (await select('where c.id = $1', [caseId]))[0],
    findByNumber: async (tenantId, number) =>
      (await select('where c.tenant_id = $1 and c.number = $2', [tenantId, number]))[0],
    casesOf: (aadObjectId, limit = 20) =>
      select(`where c.reporter_key = $1 order by (c.state = 'closed'), c.opened_at desc, c.number desc limit $2`, [
        sealer.pseudonym('person', aadObjectId), limit,
      ]),
    openCases: (limit = 100) =>
      select(`where c.state <> 'closed' order by c.opened_at desc, c.number desc limit $1`, [limit]),
    async change(caseId, decide) {
      let deviceIsTaken = false;
      for (let tries = 1; ; tries++) {
        try {
          return await changeOnce(parts, caseId, decide, deviceIsTaken);
        } catch (error) {
          if (tries >= MOST_TRIES || !TRY_AGAIN.has(sqlState(error) ?? '')) throw error;
          deviceIsTaken ||= sqlState(error) === UNIQUE_VIOLATION;
        }
      }
    },
    captures: (caseId) => readCaptures(sql, caseId, sealer),
    evidence: (caseId) => readEvidence(sql, caseId, sealer),
    events: (caseId) => readEvents(sql, caseId, sealer),
  };
}

/**
 * One try. The row is locked before `decide` sees it, so that writers of one case queue up instead of overtaking each
 * other; the version in the update is the promise itself, should anything ever write without that lock.
 */
async function changeOnce(
  { sql, sealer, queue, clock }: StoreParts,
  caseId: string,
  decide: Parameters<CaseStore['change']>[1],
  deviceIsTaken: boolean,
): Promise<Case | undefined> {
  const { after, jobs } = await sql.transaction(async (tx) => {
    const [row] = await tx.query<CaseRow>(`select ${CASE_COLUMNS} from helpdesk.cases c where c.id = $1 for update of c`, [caseId]);
    if (!row) return { after: undefined, jobs: [] };
    const before = caseOf(row, sealer);
    const change = decide(before);
    if (!change) return { after: before, jobs: [] };
    const now = clock().toISOString();
    const changed = patched(before, change, now);
    if (!(await updateCase(tx, changed, before.version, sealer, deviceIsTaken))) {
      throw Object.assign(new Error(`Case ${caseId} was changed by somebody else`), { code: '40001' });
    }
    await appendEvents(tx, caseId, change.events, now, sealer);
    await keepMaterial(tx, caseId, change, now, sealer);
    await queue.enqueue(tx, change.jobs);
    return { after: changed, jobs: change.jobs };
  });
  queue.ring(jobs);
  return after;
}
