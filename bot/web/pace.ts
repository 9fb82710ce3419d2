/** At most `count` in any `seconds`. */
export interface Limit {
  readonly count: number;
  readonly seconds: number;
}

/** What Teams accepts from a bot in one conversation, and (app-wide, per tenant) in all; the first is kept a little below. */
export const conversationLimits: readonly Limit[] = [
  { count: 7, seconds: 1 },
  { count: 8, seconds: 2 },
  { count: 60, seconds: 30 },
  { count: 1800, seconds: 3600 },
];
export const globalLimits: readonly Limit[] = [{ count: 25, seconds: 1 }];

/** When things happened, and when the next may. Moments are milliseconds of one clock; they are kept as long as a limit looks back. */
export class Pace {
  readonly #limits: readonly Limit[];
  readonly #horizonMs: number;
  #moments: number[] = [];

  constructor(limits: readonly Limit[]) {
    this.#limits = limits;
    this.#horizonMs = Math.max(...limits.map((limit) => limit.seconds)) * 1000;
  }

  /** How long from `now` until one more is within every limit; 0 when it is at once. */
  waitMs(now: number): number {
    this.#forget(now);
    let wait = 0;
    for (const { count, seconds } of this.#limits) {
      // With `count` in the window already, the next has to wait until the oldest of those has left it.
      const blocking = this.#moments.at(-count);
      if (blocking !== undefined) wait = Math.max(wait, blocking + seconds * 1000 - now);
    }
    return Math.max(0, wait);
  }

  /** Notes that one happens at `moment`, which is not before the last one noted. */
  note(moment: number): void {
    this.#moments.push(moment);
  }

  #forget(now: number): void {
    const horizon = now - this.#horizonMs;
    const kept = this.#moments.findIndex((moment) => moment > horizon);
    if (kept > 0) this.#moments = this.#moments.slice(kept);
    else if (kept === -1) this.#moments = [];
  }
}
