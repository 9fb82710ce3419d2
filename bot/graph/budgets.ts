import type { Deadline } from './deadline.ts';
import { remaining } from './deadline.ts';
import type { Service } from './part.ts';

/**
 * Our own share of each service, per process and always below Microsoft's limit: a request made while throttled counts
 * as well, so asking less is the only way out. `keepFree` is left for questions somebody stands waiting for (the pass
 * methods share the five of the log queries).
 * @see https://learn.microsoft.com/graph/throttling-limits
 */
export interface Rate {
  readonly units: number;
  readonly windowMs: number;
  readonly keepFree?: number;
}

export const defaultRates: Readonly<Record<Service, Rate>> = {
  'reports': { units: 5, windowMs: 10_000, keepFree: 1 },
  // One per second for the whole tenant, all apps together.
  'conditional-access': { units: 1, windowMs: 1_000 },
  // 3 500 in the smallest tenant.
  'identity': { units: 3_000, windowMs: 10_000 },
  'intune-devices': { units: 1_800, windowMs: 20_000 },
  'intune-other': { units: 900, windowMs: 20_000 },
};

/** Windows on the two sides of a wire do not begin at the same moment. */
const marginMs = 200;
/** The line says no a little before the deadline, so that the reason is the line and not the clock. */
const earlyMs = 30;

export interface Budget {
  /** Waits in line for that many units. @returns false when the deadline came first (nothing was taken). */
  acquire(units: number, deadline: Deadline, urgent?: boolean): Promise<boolean>;
  /**
   * The answer to the longest-standing question is here. The service counted it at some moment since it was granted, so
   * its time in the window begins anew: counting from the sending alone lets one too many through on a slow wire.
   */
  answered(): void;
  /** Units an ordinary question could take this instant. */
  free(): number;
  /** The service itself asked for silence. */
  pause(milliseconds: number): void;
}

interface Waiting {
  readonly units: number;
  readonly deadline: Deadline;
  readonly urgent: boolean;
  readonly answer: (granted: boolean) => void;
}

/** A sliding window with a first-come line; urgent ones stand in front and may use what is kept free. */
export function openBudget({ units, windowMs, keepFree = 0 }: Rate): Budget {
  const span = windowMs + marginMs;
  let taken: { at: number; units: number; isOpen: boolean }[] = [];
  let line: Waiting[] = [];
  let silentUntil = 0;
  let timer: NodeJS.Timeout | undefined;

  const left = (urgent: boolean): number => {
    const now = performance.now();
    taken = taken.filter(({ at }) => now - at < span);
    if (now < silentUntil) return 0;
    return (urgent ? units : units - keepFree) - taken.reduce((sum, one) => sum + one.units, 0);
  };

  const serve = (): void => {
    clearTimeout(timer);
    const late = line.filter(({ deadline }) => remaining(deadline) <= earlyMs || deadline.at <= silentUntil);
    line = line.filter((one) => !late.includes(one));
    for (const { answer } of late) answer(false);
    for (let head = line[0]; head && left(head.urgent) >= Math.min(head.units, units - keepFree); head = line[0]) {
      taken.push({ at: performance.now(), units: head.units, isOpen: true });
      line.shift();
      head.answer(true);
    }
    if (line.length === 0) return;
    const nextLeaves = taken.length > 0 ? Math.min(...taken.map(({ at }) => at)) + span : -Infinity;
    const soonestEnd = Math.min(...line.map(({ deadline }) => deadline.at));
    const wakeAt = Math.min(Math.max(nextLeaves, silentUntil), soonestEnd - earlyMs);
    timer = setTimeout(serve, Math.max(1, Math.ceil(wakeAt - performance.now())));
  };

  return {
    acquire(wanted, deadline, urgent = false) {
      return new Promise((resolve) => {
        const onAbort = () => serve();
        deadline.signal?.addEventListener('abort', onAbort, { once: true });
        const answer = (granted: boolean) => {
          deadline.signal?.removeEventListener('abort', onAbort);
          resolve(granted);
        };
        const place = urgent ? line.findIndex((one) => !one.urgent) : -1;
        line.splice(place < 0 ? line.length : place, 0, { units: wanted, deadline, urgent, answer });
        serve();
      });
    },
    answered() {
      const oldest = taken.find(({ isOpen }) => isOpen);
      if (oldest) Object.assign(oldest, { at: performance.now(), isOpen: false });
    },
    free: () => (line.length > 0 ? 0 : Math.max(0, left(false))),
    pause(milliseconds) {
      silentUntil = Math.max(silentUntil, performance.now() + milliseconds);
    },
  };
}

export type Budgets = Readonly<Record<Service, Budget>>;

/** One budget per service; a rate given replaces the default one (a tenant with negotiated limits, a test). */
export function openBudgets(rates: Partial<Record<Service, Rate>> = {}): Budgets {
  const all = { ...defaultRates, ...rates };
  return {
    'reports': openBudget(all.reports),
    'conditional-access': openBudget(all['conditional-access']),
    'identity': openBudget(all.identity),
    'intune-devices': openBudget(all['intune-devices']),
    'intune-other': openBudget(all['intune-other']),
  };
}
