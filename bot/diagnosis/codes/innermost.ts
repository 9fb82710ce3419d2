/** Picks the code that says most among several of one failure. */
import { type CodeEntry, type FamilyEntry } from './code-entry.ts';
import { type CodeKind } from './code-row.ts';
import { lookUpCode } from './look-up-code.ts';

/** The nearer to the server, the more a code says: Entra, then the way there, then Windows' statuses, then the client. */
const rankOfKind: Record<CodeKind, number> = {
  aadsts: 5,
  'token-protection': 5,
  winhttp: 4,
  'network-hresult': 4,
  'prt-status': 3,
  dsreg: 3,
  tpm: 3,
  time: 3,
  'certificate-trust': 3,
  kerberos: 3,
  'mdm-enrolment': 3,
  'caa-network': 2,
  'caa-http': 2,
  'caa-flow': 2,
  'caa-client': 2,
  'caa-oauth': 2,
  'caa-broker': 1,
  'caa-umbrella': 0,
  'aadsts-wrapper': 0,
  context: 0,
};
const rankOfStrength = { conclusive: 2, strong: 1, weak: 0 };

/**
 * @param codes in the order of the text; unknown spellings are passed over.
 * @returns the innermost code in canonical spelling. Of several AADSTS numbers the last specific one wins; wrappers and
 *   interrupts (cause null) only when there is nothing else.
 */
export function innermost(codes: readonly string[]): string | undefined {
  let best: { code: string; rank: number } | undefined;
  for (const raw of codes) {
    const entry = lookUpCode(raw);
    const rank = entry ? rankOf(entry) : undefined;
    if (entry && rank !== undefined && (!best || rank >= best.rank)) best = { code: entry.code, rank };
  }
  return best?.code;
}

function rankOf(entry: CodeEntry | FamilyEntry): number {
  if (entry.entry === 'family') return entry.family === 'AADSTS' || entry.family === 'MSIS' ? 40 : entry.cause ? 5 : 1;
  if (entry.cause === null) return rankOfKind[entry.kind] / 10;
  // Among Entra's numbers only the order counts; among statuses a conclusive one beats the wrappers around it.
  const strength = entry.kind === 'aadsts' ? 0 : rankOfStrength[entry.strength];
  return rankOfKind[entry.kind] * 10 + strength;
}
