import type { Case } from '../cases/case.ts';
import type { Change, NewCase } from '../cases/ports.ts';
import { appendEvents } from './case-events.ts';
import { CASE_COLUMNS, caseOf, insertCase, isSameDevice, type CaseRow } from './case-rows.ts';
import type { StoreParts } from './parts.ts';
import type { Queryable } from './sql.ts';

const MOST_WORDS = 300;

/**
 * Opens a case, or finds the open one it belongs to. All openings for one person queue up behind a lock of the database,
 * so that ten messages at once, in ten processes, open one case; a unique index stands behind it.
 */
export async function openOrFind(
  { sql, sealer, queue, clock, newId }: StoreParts,
  input: NewCase,
  plan: (born: Case) => Pick<Change, 'events' | 'jobs'>,
): Promise<{ case: Case; created: boolean }> {
  const person = sealer.pseudonym('person', input.reporter.aadObjectId);
  const { found, jobs } = await sql.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 50021))', [`${input.tenantId} ${person}`]);
    const rows = await tx.query<CaseRow>(
      `select ${CASE_COLUMNS} from helpdesk.cases c
        where c.tenant_id = $1 and c.reporter_key = $2 and c.state <> 'closed' order by c.opened_at desc, c.number desc`,
      [input.tenantId, person],
    );
    const open = rows.map((row) => caseOf(row, sealer)).find((known) => isSameDevice(input.device, known.device));
    if (open) return { found: { case: open, created: false }, jobs: [] };

    const now = clock().toISOString();
    const born = newCase(input, newId(), await nextNumber(tx), now);
    const { events, jobs } = plan(born);
    await insertCase(tx, born, sealer);
    await appendEvents(tx, born.id, events, now, sealer);
    await queue.enqueue(tx, jobs);
    return { found: { case: born, created: true }, jobs };
  });
  queue.ring(jobs);
  return found;
}

async function nextNumber(tx: Queryable): Promise<number> {
  const [row] = await tx.query<{ number: number }>(`select nextval('helpdesk.case_number')::int as number`);
  if (!row) throw new Error('The sequence of case numbers gave nothing');
  return row.number;
}

function newCase(input: NewCase, id: string, number: number, now: string): Case {
  return {
    id,
    number,
    tenantId: input.tenantId,
    reporter: input.reporter,
    ...(input.openedBy && { openedBy: input.openedBy }),
    state: 'gathering',
    version: 1,
    openedAt: now,
    updatedAt: now,
    words: [...input.words].slice(0, MOST_WORDS).join(''),
    device: input.device,
    progress: { directory: 'waiting', signIns: 'waiting', intune: 'waiting' },
    holder: { kind: 'bot' },
    captureCount: 0,
    anchor: 0,
  };
}
