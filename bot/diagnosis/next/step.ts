import type { Actor, Confidence, NextStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
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

/** Two independent tiers speak for it: what changes a registration may be proposed. */
export const isWellProven = ({ confidence, leading }: Prognosis): boolean =>
  (confidence === 'confirmed' || confidence === 'very-likely') && new Set(leading?.for.map((finding) => finding.tier)).size > 1;

export const runA = step('reporter', 'Open cmd from the Start menu in your own session (not as administrator), run “dsregcmd /status | clip” and paste the result into this chat.');
export const runB = step('local-administrator', 'In an elevated command prompt run “dsregcmd /status” and send the text: it adds the key test (KeySignTest), which an ordinary prompt cannot show.');
export const freshAttempt = step('reporter', 'Lock the laptop with Windows+L and unlock it, try to sign in once more, and write down the time of the attempt.');
