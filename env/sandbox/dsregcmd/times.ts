/**
 * Moments of a capture. With a clock they are dated as if the command had just been run. Without one (the captures kept
 * in the repository) every row that would age is left out: those texts stay true whenever they are pasted.
 */
export interface Times {
  /** Printed moment so many minutes ago (negative: ahead), or undefined without a clock. */
  minutesAgo(minutes: number): string | undefined;
  /** Printed moment so many minutes before the tenant was seeded, to agree with its rows. */
  beforeSeed(minutes: number): string | undefined;
  /** Validity of a certificate: ten years and half an hour from its start. */
  validityFrom(start: string | undefined): string | undefined;
}

const printed = (moment: Date): string => `${moment.toISOString().slice(0, 19).replace('T', ' ')}.000 UTC`;

function validityFrom(start: string | undefined): string | undefined {
  if (start === undefined) return undefined;
  const from = new Date(start.replace(' UTC', 'Z').replace(' ', 'T'));
  const to = new Date(from);
  to.setUTCFullYear(to.getUTCFullYear() + 10);
  to.setUTCMinutes(to.getUTCMinutes() + 30);
  return `[ ${printed(from)} -- ${printed(to)} ]`;
}

export const timesAt = (now: Date, seededAt: Date): Times => ({
  minutesAgo: (minutes) => printed(new Date(now.getTime() - minutes * 60_000)),
  beforeSeed: (minutes) => printed(new Date(seededAt.getTime() - minutes * 60_000)),
  validityFrom,
});

export const timeless: Times = { minutesAgo: () => undefined, beforeSeed: () => undefined, validityFrom };
