import { LRUCache } from 'lru-cache';
import { settleBy, within, type Deadline } from './deadline.ts';
import { failed, type Reading } from './part.ts';

/** A shared question outlives the case that asked first: the others should not inherit its haste. */
const sharedMs = 15_000;

type Read<T> = (deadline: Deadline) => Promise<Reading<T>>;

export interface TenantCache {
  /**
   * The answer to a question that is the same for every case: asked once however many want it, kept for `ttlMs`.
   * A refusal is kept a minute, any other failure two seconds, so that fifty cases do not knock at a closed door.
   */
  share<T>(key: string, ttlMs: number, deadline: Deadline, read: Read<T>): Promise<Reading<T>>;
  /** Whether `share` would answer without asking. */
  holds(key: string): boolean;
  clear(): void;
}

/** @param closing ends the shared questions when the window is closed */
export function openTenantCache(closing?: AbortSignal, maxEntries = 5_000): TenantCache {
  const kept = new LRUCache<string, Reading<unknown>, { read: Read<unknown>; ttlMs: number }>({
    max: maxEntries,
    ttl: 60_000,
    fetchMethod: async (_key, _stale, { options, context }) => {
      const reading = await context.read(within(sharedMs, closing));
      options.ttl = reading.kind === 'failed' ? failureTtl(reading.reason) : context.ttlMs;
      return reading;
    },
  });
  return {
    async share<T>(key: string, ttlMs: number, deadline: Deadline, read: Read<T>) {
      const reading = kept.fetch(key, { context: { read, ttlMs } }) as Promise<Reading<T> | undefined>;
      return (await settleBy<Reading<T> | undefined>(reading, deadline, () => failed('timed-out'))) ?? failed('unavailable');
    },
    holds: (key) => kept.peek(key) !== undefined,
    clear: () => kept.clear(),
  };
}

const failureTtl = (reason: string): number => (reason === 'forbidden' || reason === 'not-licensed' ? 60_000 : 2_000);
