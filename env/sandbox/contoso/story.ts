import type { Section } from '../dsregcmd/print.ts';
import type { Times } from '../dsregcmd/times.ts';
import { guid, thumbprint } from './ids.ts';
import type { Person } from './person.ts';
import type { Stage } from './stage.ts';

/** A laptop of the cast: always the same ids. */
export interface Laptop {
  readonly deviceId: string;
  readonly name: string;
  readonly thumbprint: string;
}

export const laptop = (name: string): Laptop => ({
  deviceId: guid(`device/${name}`),
  name,
  thumbprint: thumbprint(`device/${name}`),
});

/** One person of the cast, what happened to them, and what their laptop prints. */
export interface Story {
  readonly slug: string;
  /** What a perfect diagnosis would call it: a cause id, or `healthy`. */
  readonly causeId: string;
  readonly person: Person;
  readonly laptop: Laptop | null;
  /** One line for whoever wants to try it out. */
  readonly story: string;
  /** Puts the person's rows into the tenant. */
  build(stage: Stage): void;
  /** What `dsregcmd /status` prints for them. */
  capture(times: Times): Section[];
}

/** Correlation id that the failing sign-in and the laptop's diagnostics share. */
export const correlationOf = (slug: string): string => guid(`incident/${slug}`);
