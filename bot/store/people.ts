import type { Membership } from '../cases/ports.ts';
import type { StoreParts } from './parts.ts';

/** What the directory last said of a person, so that a restart does not forget it; kept for seven days. */
export interface PeopleStore {
  lastAnswer(aadObjectId: string): Promise<{ readonly answer: Membership; readonly checkedAt: string } | undefined>;
  /** `could-not-check` is no answer and is not kept. */
  keep(aadObjectId: string, answer: Membership): Promise<void>;
}

export function makePeopleStore({ sql, sealer, clock }: StoreParts): PeopleStore {
  return {
    async lastAnswer(aadObjectId) {
      const key = sealer.pseudonym('person', aadObjectId);
      const [row] = await sql.query<{ checked_at: Date; doc: Uint8Array }>(
        'select checked_at, doc from helpdesk.people where person_key = $1',
        [key],
      );
      return row && { answer: sealer.open<Membership>(row.doc, `person:${key}`), checkedAt: row.checked_at.toISOString() };
    },
    async keep(aadObjectId, answer) {
      if (answer.kind === 'could-not-check') return;
      const key = sealer.pseudonym('person', aadObjectId);
      await sql.query(
        `insert into helpdesk.people (person_key, checked_at, doc) values ($1, $2, $3)
         on conflict (person_key) do update set checked_at = excluded.checked_at, doc = excluded.doc`,
        [key, clock().toISOString(), sealer.seal(answer, `person:${key}`)],
      );
    },
  };
}
