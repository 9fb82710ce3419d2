/** What a case was diagnosed from: raw captures and Graph's answers. Sealed, and gone after seven days. */
import type { Change, StoredCapture } from '../cases/ports.ts';
import type { GraphAnswers } from '../cases/words.ts';
import type { Sealer } from './seal.ts';
import type { Queryable } from './sql.ts';

export async function keepMaterial(tx: Queryable, caseId: string, change: Change, at: string, sealer: Sealer): Promise<void> {
  const { addCapture, setEvidence } = change;
  if (addCapture) {
    await tx.query('insert into helpdesk.captures (case_id, received_at, origin, doc) values ($1, $2, $3, $4)', [
      caseId, at, addCapture.origin, sealer.seal(addCapture.text, `capture:${caseId}`),
    ]);
  }
  if (setEvidence) {
    await tx.query(
      `insert into helpdesk.evidence (case_id, read_at, doc) values ($1, $2, $3)
       on conflict (case_id) do update set read_at = excluded.read_at, doc = excluded.doc`,
      [caseId, at, sealer.seal(setEvidence, `evidence:${caseId}`)],
    );
  }
}

/** More are kept, but who has tried so often is judged by the newest: what is read together has to fit into memory. */
const MOST_CAPTURES = 20;

export async function readCaptures(db: Queryable, caseId: string, sealer: Sealer): Promise<readonly StoredCapture[]> {
  const rows = await db.query<{ received_at: Date; origin: StoredCapture['origin']; doc: Uint8Array }>(
    'select received_at, origin, doc from helpdesk.captures where case_id = $1 order by seq desc limit $2',
    [caseId, MOST_CAPTURES],
  );
  return rows.reverse().map(({ received_at, origin, doc }) => ({
    text: sealer.open<string>(doc, `capture:${caseId}`), origin, receivedAt: received_at.toISOString(),
  }));
}

export async function readEvidence(db: Queryable, caseId: string, sealer: Sealer): Promise<GraphAnswers | undefined> {
  const [row] = await db.query<{ doc: Uint8Array }>('select doc from helpdesk.evidence where case_id = $1', [caseId]);
  return row && sealer.open<GraphAnswers>(row.doc, `evidence:${caseId}`);
}
