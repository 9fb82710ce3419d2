/** The outcome of `work` if it comes in time, else what `late` says; the work goes on either way. */
export async function inTime<T>(work: Promise<T>, withinMs: number, late: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late()), withinMs);
    // A turn that never ends must not keep a stopped process alive.
    timer.unref();
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
