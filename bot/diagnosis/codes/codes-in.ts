/** Finds the error codes in a free text without taking telephone numbers, times or ids for codes. */
import { knownCodes } from './code-table.ts';
import { canonical } from './spelling.ts';

/** Spellings that are codes whatever stands around them. */
const certain =
  /(?<![\w-])(?:AADSTS[\s:]?\d{4,8}|0x[0-9a-f]{3,8}|CAA[\s-]?[0-9a-f]{5}|MSIS\d{4,5}|ERROR_WINHTTP[\s_]\d{5}|WinHTTP\s?\d{5}|signInSessionStatusCode\s{0,3}\d{4}|error_(?:hostname_duplicate|missing_device))(?![\w-])/gi;
/** Bare numbers: eight hexadecimal digits or a 32-bit decimal, only when the table or its families know them. */
const bare = /(?<![\w.:+/-])(?:[89cd][0-9a-f]{7}|-?\d{10})(?![\w-]|[.:]\d)/gi;
/** A short number is a code only right after a word that says so. */
const announced = /(?:\b(?:error|err|code|fehler|fehlercode|errorcode|status code|sign-in error|hiba|codice|código)\b[\s:#=()"']{1,4}(?:code|number|nr\.?|is)?[\s:#="']{0,3})(\d{5,7})(?![\w.:-])/gi;

/**
 * All codes of a text in canonical spelling, in the order met, each once.
 * @param text at most a quarter of a megabyte in practice; linear in it.
 */
export function codesIn(text: string): string[] {
  if (!/\d{2}|error_/i.test(text)) return [];
  const found: { at: number; code: string }[] = [];
  for (const match of text.matchAll(certain)) add(found, match.index, match[0]);
  for (const match of text.matchAll(bare)) {
    if (isKnownNumber(match[0], text.slice(Math.max(0, match.index - 24), match.index))) add(found, match.index, match[0]);
  }
  for (const match of text.matchAll(announced)) {
    const code = `AADSTS${match[1]}`;
    const winHttp = canonical(match[1] ?? '');
    if (knownCodes.has(code)) add(found, match.index, code);
    else if (winHttp && knownCodes.has(winHttp)) add(found, match.index, winHttp);
  }
  found.sort((one, other) => one.at - other.at);
  return [...new Set(found.map(({ code }) => code))];
}

function add(found: { at: number; code: string }[], at: number, raw: string): void {
  const code = canonical(raw);
  if (code && code !== '0x000') found.push({ at, code });
}

/** Eight or ten digits are a telephone number far more often than an HRESULT: they need a word before them, or a line of their own. */
function isKnownNumber(raw: string, before: string): boolean {
  const code = canonical(raw);
  if (!code) return false;
  if (/^(?:\d{8}|\d{10})$/.test(raw) && !/(?:^|\n|error|code|status|result|fehler|returned|hr)[\s:=#('"]{0,4}$/i.test(before)) return false;
  return knownCodes.has(code) || (raw.startsWith('-') && /^(?:0x8|0xc0|0xd0|CAA)/.test(code));
}
