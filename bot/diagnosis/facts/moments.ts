/** Moments as numbers (milliseconds since 1970, UTC), so that facts compare them without surprises. */

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/**
 * @param text ISO 8601 or dsregcmd's `2026-03-01 08:00:00.000 UTC`; without a zone it is UTC, as both sources mean it.
 * @returns undefined for anything that is no moment, and for Intune's `0001-01-01`, which means "never".
 */
export function moment(text: string | null | undefined): number | undefined {
  if (typeof text !== 'string') return undefined;
  const trimmed = text.trim().replace(/\s*UTC$/i, 'Z').replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T');
  if (!/^\d{4}-\d{2}-\d{2}/.test(trimmed)) return undefined;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(trimmed.slice(10)) || trimmed.length === 10 ? trimmed : `${trimmed}Z`;
  const value = Date.parse(zoned);
  return Number.isNaN(value) || value < Date.UTC(1990, 0, 1) ? undefined : value;
}

export const iso = (at: number | undefined): string | undefined => (at === undefined ? undefined : new Date(at).toISOString());

/** Largest defined value. */
export function newest(...moments: (number | undefined)[]): number | undefined {
  const known = moments.filter((at): at is number => at !== undefined);
  return known.length ? Math.max(...known) : undefined;
}

/** `2026-03-01 08:00 UTC`, for sentences. */
export const clockText = (at: number | undefined): string =>
  at === undefined ? 'an unknown time' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
