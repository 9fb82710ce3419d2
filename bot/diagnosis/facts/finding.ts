import type { Finding, Source, Tier, Weight } from '../diagnosis.ts';

/** A finding from its parts; `at` only where the evidence says when. */
export function finding(id: string, source: Source, tier: Tier, weight: Weight, text: string, at?: string | null): Finding {
  return at ? { id, text, source, tier, weight, at } : { id, text, source, tier, weight };
}

/** Keeps what is there: `[cond && finding(…), …]` without the falsy ones. */
export const present = (findings: readonly (Finding | false | null | undefined | '')[]): Finding[] =>
  findings.filter((entry): entry is Finding => Boolean(entry));
