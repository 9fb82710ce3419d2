import { appOf, type Caller } from './caller.ts';
import { throttled } from './errors.ts';
import { limits, type Limit, type Service } from './rules/limits.ts';

/** What a request weighs with the directory; the other services count each as one. */
const unitCosts: readonly (readonly [RegExp, number])[] = [
  [/^POST \/users\/[^/]+\/checkMemberObjects$/, 4],
  [/^GET \/users\/[^/]+\/(transitiveM|m)emberOf/, 2],
  [/^GET \/groups\/[^/]+\/members/, 3],
  [/^GET \/users/, 2],
];

/** @returns resource units of one directory request, never below one. */
export function unitsOf(method: string, path: string, query: URLSearchParams): number {
  const base = unitCosts.find(([pattern]) => pattern.test(`${method} ${path}`))?.[1] ?? 1;
  const top = Number(query.get('$top') ?? Number.NaN);
  return Math.max(1, base - (query.has('$select') ? 1 : 0) - (top < 20 ? 1 : 0) + (query.has('$expand') ? 1 : 0));
}

export interface Throttle {
  /**
   * Counts one request, refused ones too: who keeps knocking stays out.
   * @throws GraphError 429, with `Retry-After` where the service sends it
   */
  count(
    service: Service,
    caller: Caller,
    request: { method: string; path: string; query: URLSearchParams; write: boolean },
  ): void;
  reset(): void;
  enabled: boolean;
}

/** `seconds` is a clock that only moves forward, in seconds. */
export function createThrottle(seconds: () => number): Throttle {
  const windows = new Map<string, { at: number; weight: number }[]>();

  /** @returns seconds until there is room again, or 0. */
  function weigh(key: string, limit: Limit, weight: number): number {
    const now = seconds();
    const kept = (windows.get(key) ?? []).filter((entry) => now - entry.at < limit.seconds);
    kept.push({ at: now, weight });
    windows.set(key, kept);
    let sum = kept.reduce((total, entry) => total + entry.weight, 0);
    if (sum <= limit.requests) return 0;
    for (const entry of kept) {
      sum -= entry.weight;
      if (sum < limit.requests) return Math.max(1, Math.ceil(entry.at + limit.seconds - now));
    }
    return limit.seconds;
  }

  return {
    enabled: true,
    reset: () => windows.clear(),
    count(service, caller, request) {
      if (!this.enabled) return;
      const rule = limits[service];
      const weight = service === 'identity' ? unitsOf(request.method, request.path, request.query) : 1;
      let wait = 0;
      for (const [index, limit] of (request.write ? rule.writes : rule.reads).entries()) {
        const who =
          limit.per === 'tenant'
            ? 'tenant'
            : limit.per === 'app'
              ? appOf(caller)
              : caller.kind === 'delegated'
                ? caller.userId
                : '';
        if (limit.per === 'user' && who === '') continue;
        wait = Math.max(wait, weigh(`${service}|${request.write ? 'w' : 'r'}${index}|${limit.per}|${who}`, limit, weight));
      }
      if (wait > 0) throw throttled(rule.sendsRetryAfter ? wait : undefined);
    },
  };
}
