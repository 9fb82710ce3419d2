/** Ways in which the world may misbehave. The last three change single values in an otherwise good answer. */
export const faultKinds = [
  'status-429',
  'status-429-no-retry-after',
  'status-503',
  'status-403',
  'status-404',
  'hang',
  'truncated',
  'html',
  '504-after',
  'delay',
  'empty-page',
  'never-dates',
  'null-trust-type',
  'unknown-enum',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface FaultOrder {
  readonly match: {
    readonly method?: string;
    /** A regular expression on `/v1.0/…` with its decoded query. Without it the fault meets whole requests, not parts of a batch. */
    readonly path?: string;
  };
  readonly fault: FaultKind;
  readonly delayMs?: number;
  /** How often it plays; without it for ever. */
  readonly times?: number;
}

interface ActiveFault {
  readonly order: FaultOrder;
  readonly pattern: RegExp | undefined;
  left: number;
}

/** A fault as it hits one request. */
export interface Fault {
  readonly kind: FaultKind;
  readonly delayMs: number;
}

export interface Faults {
  add(order: FaultOrder): void;
  /** @returns what hits this request; delays add up with one other fault. */
  hit(request: { method: string; readable: string; isPart: boolean }): Fault[];
  clear(): void;
  list(): (FaultOrder & { left: number | null })[];
}

export function createFaults(): Faults {
  let active: ActiveFault[] = [];

  const fits = (
    { order, pattern, left }: ActiveFault,
    request: { method: string; readable: string; isPart: boolean },
  ): boolean => {
    if (left <= 0) return false;
    if (order.match.method && order.match.method.toUpperCase() !== request.method.toUpperCase()) return false;
    return pattern ? pattern.test(request.readable) : !request.isPart;
  };

  return {
    add(order) {
      active.push({
        order,
        pattern: order.match.path === undefined ? undefined : new RegExp(order.match.path, 'i'),
        left: order.times ?? Number.POSITIVE_INFINITY,
      });
    },
    hit(request) {
      const hits: Fault[] = [];
      for (const fault of active) {
        const isDelay = fault.order.fault === 'delay';
        if (!fits(fault, request) || (!isDelay && hits.some((hit) => hit.kind !== 'delay'))) continue;
        fault.left--;
        hits.push({ kind: fault.order.fault, delayMs: fault.order.delayMs ?? (isDelay ? 100 : 0) });
      }
      active = active.filter((fault) => fault.left > 0);
      return hits;
    },
    clear: () => {
      active = [];
    },
    list: () => active.map(({ order, left }) => ({ ...order, left: Number.isFinite(left) ? left : null })),
  };
}
