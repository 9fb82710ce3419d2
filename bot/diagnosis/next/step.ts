import type { Actor, Confidence, NextStep } from '../diagnosis.ts';
import type { DeviceEvent } from '../facts/device-history.ts';
import type { Facts } from '../facts/facts.ts';
import { clockText } from '../facts/moments.ts';
import type { Weighed } from '../rank.ts';

/** What a list of steps may look at. */
export interface Prognosis {
  readonly facts: Facts;
  readonly ranked: readonly Weighed[];
  readonly leading?: Weighed;
  readonly confidence: Confidence;
}

export type Steps = (prognosis: Prognosis) => NextStep[];

export const step = (who: Actor, text: string): NextStep => ({ who, step: text });

/** A person can be asked; a job or an app only has somebody who runs it. `did` says what it did, such as "removed the device". */
export function askWhy({ actor, by, at }: DeviceEvent, did: string, usual = 'the computer left its scope'): string {
  const when = at === undefined ? '' : ` on ${clockText(at)}`;
  switch (by) {
    case 'person':
      return `Ask ${actor} why they ${did}${when}`;
    case 'sync':
      return `Find out why the directory synchronization (${actor}) ${did}${when}, most often because ${usual}`;
    case 'intune':
      return `Find out which Intune clean-up rule ${did}${when}, and why`;
    case 'app':
      return actor === 'an unknown actor' ? `Find out in the audit log who ${did}${when}, and why` : `Find out who runs the job “${actor}”, which ${did}${when}, and why it did`;
  }
}

/** Two independent tiers speak for it: what changes a registration may be proposed. */
export const isWellProven = ({ confidence, leading }: Prognosis): boolean =>
  (confidence === 'confirmed' || confidence === 'very-likely') && new Set(leading?.for.map((finding) => finding.tier)).size > 1;

export const runA = step('reporter', 'On the laptop press the Windows key, type cmd and press Enter (not “as administrator”). Type dsregcmd /status | clip, press Enter, then paste the result into this chat with Ctrl+V.');
export const runB = step('local-administrator', 'In an elevated command prompt run “dsregcmd /status” and send the text: it adds the key test (KeySignTest), which an ordinary prompt cannot show.');
export const freshAttempt = step('reporter', 'Lock the laptop (Windows key + L), unlock it, try to sign in once more, and note the time. Then press “Check again” after ten minutes.');
