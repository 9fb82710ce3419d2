import type { Row } from '../odata/filter-match.ts';
import type { Call } from '../operation.ts';

/** How long a tenant with P1 keeps its logs. */
const retentionDays = 30;

/** What has reached the log by now and is not yet forgotten. `rows` are newest first and stay so. */
export function visible(rows: readonly Row[], property: string, call: Call): Row[] {
  const newest = call.now.getTime() - call.logDelayMinutes * 60_000;
  const oldest = call.now.getTime() - retentionDays * 86_400_000;
  return rows.filter((row) => {
    const at = new Date(row[property] as string).getTime();
    return at <= newest && at >= oldest;
  });
}
