import type { Caller } from '../graph/caller.ts';

/** One request the server got. Parts of a batch have their own entry, with the number of the batch's entry. */
export interface LogEntry {
  readonly n: number;
  /** Real time at arrival, ISO. */
  readonly at: string;
  /** Until the answer left; -1 while it has not. */
  ms: number;
  readonly method: string;
  /** With version and query, decoded. */
  readonly path: string;
  readonly tokenKind: 'app' | 'delegated' | 'none';
  readonly appId: string | null;
  /** For delegated tokens: who it was. */
  readonly userId: string | null;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  /** 0 while there is no answer (a hang stays 0). */
  status: number;
  /** `n` of the batch this is a part of. */
  readonly batch: number | null;
  /** The part's own id. */
  readonly partId: string | null;
  /** The fault that was played, if any. */
  fault: string | null;
}

export interface RequestLog {
  begin(request: { method: string; path: string; caller: Caller; batch?: number; partId?: string }): LogEntry;
  end(entry: LogEntry, status: number): void;
  all(): readonly LogEntry[];
  clear(): void;
}

/** Keeps the newest so that a sandbox left running overnight stays small. */
const keep = 20_000;

export function createLog(): RequestLog {
  const entries: LogEntry[] = [];
  const started = new WeakMap<LogEntry, number>();
  let count = 0;
  return {
    begin({ method, path, caller, batch, partId }) {
      const entry: LogEntry = {
        n: ++count,
        at: new Date().toISOString(),
        ms: -1,
        method,
        path,
        tokenKind: caller.kind,
        appId: caller.kind === 'none' ? null : caller.appId,
        userId: caller.kind === 'delegated' ? caller.userId : null,
        scopes: caller.kind === 'delegated' ? caller.scopes : [],
        roles: caller.kind === 'app' ? caller.roles : [],
        status: 0,
        batch: batch ?? null,
        partId: partId ?? null,
        fault: null,
      };
      entries.push(entry);
      if (entries.length > keep) entries.shift();
      started.set(entry, performance.now());
      return entry;
    },
    end(entry, status) {
      entry.status = status;
      entry.ms = Math.round(performance.now() - (started.get(entry) ?? performance.now()));
    },
    all: () => entries,
    clear: () => {
      entries.length = 0;
    },
  };
}
