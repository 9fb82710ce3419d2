/** Dates of the seed are told as "so long before the start", and written as Graph writes them. */
export interface Moments {
  readonly now: Date;
  minutesAgo(minutes: number): string;
  hoursAgo(hours: number): string;
  daysAgo(days: number): string;
}

/** Graph's dates carry no thousandths unless they matter. */
export const iso = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`;

export function momentsBefore(now: Date): Moments {
  const minutesAgo = (minutes: number): string => iso(new Date(now.getTime() - minutes * 60_000));
  return { now, minutesAgo, hoursAgo: (hours) => minutesAgo(hours * 60), daysAgo: (days) => minutesAgo(days * 1440) };
}
