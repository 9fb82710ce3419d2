import type { ActivityLog } from '../cases/ports.ts';
import type { StoreParts } from './parts.ts';

/** Which turns have been carried out. Keys are kept as pseudonyms: they name conversations. */
export function makeActivityLog({ sql, sealer, clock }: StoreParts): ActivityLog {
  return {
    async isDone(key) {
      const rows = await sql.query('select 1 from helpdesk.activities where activity_key = $1', [sealer.pseudonym('activity', key)]);
      return rows.length > 0;
    },
    async markDone(key) {
      await sql.query('insert into helpdesk.activities (activity_key, done_at) values ($1, $2) on conflict do nothing', [
        sealer.pseudonym('activity', key), clock().toISOString(),
      ]);
    },
  };
}
