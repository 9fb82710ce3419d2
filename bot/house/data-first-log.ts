import type { Log } from '../log.ts';

type Line = (data: object, text: string) => void;

/** The store, the queue and the Graph window name their data first, as pino does; the house's log names the message first. */
export interface DataFirstLog {
  readonly debug: Line;
  readonly info: Line;
  readonly warn: Line;
  readonly error: Line;
}

/** Their words for what the house's log knows under another name. Everything else they say meets the same allowlist. */
const renamed: Readonly<Record<string, string>> = { err: 'error', ms: 'durationMs', part: 'step', jobs: 'count', gaps: 'count' };

export function dataFirst(log: Log): DataFirstLog {
  const line =
    (level: 'debug' | 'info' | 'warn' | 'error'): Line =>
    (data, text) =>
      log[level](text, Object.fromEntries(Object.entries(data).map(([name, value]) => [renamed[name] ?? name, countOf(value)])));
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

const countOf = (value: unknown): unknown => (Array.isArray(value) ? value.length : value);
