/** When the asking must be over: a moment on the monotonic clock, and optionally a signal that ends it sooner. */
export interface Deadline {
  /** `performance.now()` milliseconds. */
  readonly at: number;
  readonly signal?: AbortSignal;
}

/** A deadline that many milliseconds from now. */
export const within = (milliseconds: number, signal?: AbortSignal): Deadline => ({ at: performance.now() + milliseconds, ...(signal && { signal }) });

/** Milliseconds left, never below 0; 0 as soon as the signal was given. */
export const remaining = ({ at, signal }: Deadline): number => (signal?.aborted ? 0 : Math.max(0, at - performance.now()));

/** The same signal, but over after this share (0…1) of what is left now. */
export const shareOf = (deadline: Deadline, share: number): Deadline => ({ ...deadline, at: performance.now() + remaining(deadline) * share });

/** The earlier of the deadline and that many milliseconds from now. */
export const atMost = (deadline: Deadline, milliseconds: number): Deadline => ({ ...deadline, at: Math.min(deadline.at, performance.now() + milliseconds) });

/**
 * What the work brings, or `late()` when the deadline or its signal comes first. The work itself is not stopped: that is
 * the business of whoever holds its socket.
 */
export async function settleBy<T>(work: Promise<T>, deadline: Deadline, late: () => T): Promise<T> {
  if (remaining(deadline) <= 0) {
    work.catch(() => undefined);
    return late();
  }
  return new Promise<T>((resolve, reject) => {
    const onEnd = () => finish(() => resolve(late()));
    const timer = setTimeout(onEnd, Math.ceil(remaining(deadline)));
    deadline.signal?.addEventListener('abort', onEnd, { once: true });
    const finish = (tell: () => void) => {
      clearTimeout(timer);
      deadline.signal?.removeEventListener('abort', onEnd);
      tell();
    };
    work.then((value) => finish(() => resolve(value)), (error: unknown) => finish(() => reject(error instanceof Error ? error : new Error(String(error)))));
  });
}
