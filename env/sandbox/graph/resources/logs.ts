import type { Row } from '../odata/filter-match.ts';
import type { Call } from '../operation.ts';

/** How long a tenant keeps its logs. */
const retentionDays = { free: 7, P1: 30 } as const;

/** What has reached the log by now and is not yet forgotten. `rows` are newest first and stay so. */
export function visible(rows: readonly Row[], property: string, call: Call): Row[] {
  const newest = call.now.getTime() - call.logDelayMinutes * 60_000;
  const oldest = call.now.getTime() - retentionDays[call.licence] * 86_400_000;
  return rows.filter((row) => {
    const at = new Date(row[property] as string).getTime();
    return at <= newest && at >= oldest;
  });
}
