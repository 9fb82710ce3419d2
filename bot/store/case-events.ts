import type { CaseEvent, NewCaseEvent } from '../cases/case.ts';
import type { Sealer } from './seal.ts';
import type { Queryable } from './sql.ts';

/** Appends to the timeline of a case whose row the caller's transaction holds; numbers run on without gaps. */
export async function appendEvents(
  tx: Queryable, caseId: string, events: readonly NewCaseEvent[], at: string, sealer: Sealer,
): Promise<void> {
  if (events.length === 0) return;
  const [row] = await tx.query<{ event_count: number }>(
    'update helpdesk.cases set event_count = event_count + $2 where id = $1 returning event_count',
    [caseId, events.length],
  );
  const first = (row?.event_count ?? events.length) - events.length + 1;
  for (const [index, event] of events.entries()) {
    const seq = first + index;
    await tx.query(
      'insert into helpdesk.case_events (case_id, seq, at, kind, actor_key, doc) values ($1, $2, $3, $4, $5, $6)',
      [
        caseId, seq, at, event.kind,
        event.actor === 'bot' ? null : sealer.pseudonym('person', event.actor),
        sealer.seal({ actor: event.actor, data: event.data }, `event:${caseId}:${seq}`),
      ],
    );
  }
}

export async function readEvents(db: Queryable, caseId: string, sealer: Sealer): Promise<readonly CaseEvent[]> {
  const rows = await db.query<{ seq: number; at: Date; kind: CaseEvent['kind']; doc: Uint8Array }>(
    'select seq, at, kind, doc from helpdesk.case_events where case_id = $1 order by seq',
    [caseId],
  );
  return rows.map(({ seq, at, kind, doc }) => ({
    seq, at: at.toISOString(), kind,
    ...sealer.open<Pick<CaseEvent, 'actor' | 'data'>>(doc, `event:${caseId}:${seq}`),
  }));
}
