/**
 * The milliseconds a Retry-After header asks for: seconds or an HTTP date.
 * @returns undefined when there is none or it cannot be understood.
 */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  const given = header?.trim();
  if (!given) return undefined;
  if (/^\d+(\.\d+)?$/.test(given)) return Number(given) * 1_000;
  const until = Date.parse(given);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now.getTime());
}
