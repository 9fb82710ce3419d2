import { codesIn } from '../codes/codes-in.ts';
import { innermost } from '../codes/innermost.ts';
import { lookUpCode } from '../codes/look-up-code.ts';
import type { CauseId, Weight } from '../diagnosis.ts';

/** What the rules need of a code. A family counts as weak: it only supports. */
export interface KnownCode {
  readonly code: string;
  readonly cause: CauseId | null;
  readonly also: readonly CauseId[];
  readonly strength: Weight;
  readonly sub?: string;
  readonly meaning?: string;
}

export function codeOf(raw: string | number | null | undefined): KnownCode | undefined {
  if (raw === null || raw === undefined || raw === '') return undefined;
  const entry = lookUpCode(String(raw));
  if (!entry) return undefined;
  if (entry.entry === 'family') return { code: entry.code, cause: entry.cause, also: [], strength: 'weak', meaning: entry.meaning };
  const { code, cause, also, strength, sub, meaning } = entry;
  return { code, cause, also, strength, sub, meaning };
}

/** The last server number that is no wrapper, else the wrapper itself. */
export function lastSpecificCode(text: string): KnownCode | undefined {
  return codeOf(innermost(codesIn(text).filter((code) => /^AADSTS/i.test(code))));
}

/** Whether a code speaks for a cause, and how strongly: what it also fits is weak. */
export function speaksFor(code: KnownCode | undefined, cause: CauseId): Weight | undefined {
  if (!code) return undefined;
  if (code.cause === cause) return code.strength;
  return code.also.includes(cause) ? 'weak' : undefined;
}
