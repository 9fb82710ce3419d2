/** Answers what an error code means, however it was written. */
import { type CodeEntry, type FamilyEntry } from './code-entry.ts';
import { knownCodes } from './code-table.ts';
import { familyOf } from './families.ts';
import { canonical } from './spelling.ts';

/**
 * @param raw hexadecimal with or without 0x, signed or unsigned decimal, `AADSTS700003` or its bare number, `CAA50021`.
 * @returns the code's entry, else that of its family, else nothing. Families have no strength: they only support.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export function lookUpCode(raw: string): CodeEntry | FamilyEntry | undefined {
  const code = canonical(raw);
  if (!code) return undefined;
  const exact = knownCodes.get(code);
  if (exact) return exact;
  // An NTSTATUS carried as an HRESULT has one bit set: 0xd000023c is 0xc000023c.
  const status = code.startsWith('0xd') ? knownCodes.get(`0xc${code.slice(3)}`) : undefined;
  // A WinINet number can come in the HRESULT, the CAA8 or the decimal spelling.
  const winHttp = /^(?:0x8007|CAA8)(2[ef][0-9a-f]{2})$/i.exec(code);
  const number = winHttp?.[1] ? knownCodes.get(`WINHTTP${Number.parseInt(winHttp[1], 16)}`) : undefined;
  const hresult = /^WINHTTP(\d+)$/.exec(code);
  const sameInHresult = hresult?.[1] ? knownCodes.get(`0x8007${Number(hresult[1]).toString(16)}`) : undefined;
  return status ?? number ?? sameInHresult ?? familyOf(code);
}
