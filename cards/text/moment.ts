/** Moments as people read them. A card may stand for days: what must stay true is written as a moment, not as an age. */

const minute = 60_000;

/**
 * The client writes it in the reader's own time and language, for a `TextBlock` only (a `TextRun` may not do it).
 * @returns empty for what is no moment.
 */
export function clientTime(iso: string | undefined): string {
  const at = stamp(iso);
  return at === undefined ? '' : `{{TIME(${at})}}`;
}

/** Day and time, as `clientTime`. */
export function clientDateTime(iso: string | undefined): string {
  const at = stamp(iso);
  return at === undefined ? '' : `{{DATE(${at}, SHORT)}} {{TIME(${at})}}`;
}

/** In UTC, for logs and tickets: `2026-11-22 09:05 UTC`; empty for what is no moment. */
export function utc(iso: string | undefined): string {
  const at = stamp(iso);
  return at === undefined ? '' : `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

/** How long ago, in the largest unit that says enough: `just now`, `12 min`, `3 h`, `2 days`. */
export function age(sinceIso: string, nowIso: string): string {
  const minutes = Math.floor((Date.parse(nowIso) - Date.parse(sinceIso)) / minute);
  if (Number.isNaN(minutes) || minutes < 1) return 'just now';
  if (minutes < 90) return `${minutes} min`;
  if (minutes < 36 * 60) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / (24 * 60))} days`;
}

/** Clients accept whole seconds only. */
function stamp(iso: string | undefined): string | undefined {
  const time = iso === undefined ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? undefined : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
