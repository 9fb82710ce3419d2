/** The tenant's time: a base clock that tests can shift but never stop by accident. */
export interface SandboxClock {
  now(): Date;
  /** Forwards (or backwards) by minutes. */
  advance(minutes: number): void;
  /** Jumps so that it is this moment now, and runs on. */
  set(moment: Date): void;
  reset(): void;
  /** Seconds for throttling windows: real time that passes, plus what was advanced. */
  throttleSeconds(): number;
}

export function createClock(base: () => Date = () => new Date()): SandboxClock {
  let shiftMs = 0;
  return {
    now: () => new Date(base().getTime() + shiftMs),
    advance: (minutes) => {
      shiftMs += minutes * 60_000;
    },
    set: (moment) => {
      shiftMs = moment.getTime() - base().getTime();
    },
    reset: () => {
      shiftMs = 0;
    },
    throttleSeconds: () => (performance.now() + shiftMs) / 1000,
  };
}
