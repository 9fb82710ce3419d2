/** Reads one printed value as what its kind says; what is masked, mistyped or cut off is `undefined`, never a guess. */
import { type CertificateValidity, type DeviceAuthStatus, type Flag, type JoinTest, type KeySignTest } from '../capture.ts';
import { type ValueKind } from './fields.ts';

const yesWords = new Set(['YES', 'YE5', 'YE$', 'Y', 'TRUE', 'JA', 'SIM', 'OUI', 'SI', 'SÌ', 'SÍ', 'TAK', 'ANO', 'EVET', 'ДА', 'KYLLÄ', 'IGEN', 'DA', 'はい', '是', '예', 'NAI', 'ΝΑΙ']);
const noWords = new Set(['NO', 'N0', 'NO.', 'N', 'FALSE', 'NEIN', 'NÃO', 'NAO', 'NON', 'NIE', 'NE', 'HAYIR', 'НЕТ', 'EI', 'NEM', 'NEE', 'NEJ', 'NU', 'いいえ', '否', '아니요', 'NEI']);
const printedWords = new Set(['YES', 'NO', 'ERROR', 'YE5', 'YE$', 'N0', 'Y', 'N', 'TRUE', 'FALSE', 'NO.']);
/** "no idea" and "no output" are sentences, not answers of the tool. */
const sentence = /^[\s,]*(?:idea|clue|output|result|value|answer|way|longer|such|data|or\b|\/\s*(?:yes|no)\b)/i;

export interface ReadFlag {
  readonly flag: Flag;
  /** Characters of the value that belong to it, the code beside an ERROR included. */
  readonly length: number;
  readonly translated: boolean;
  readonly code?: string;
}

/** The flag a value begins with. Prose after it is left over for whoever looks for codes. */
export function readFlag(value: string): ReadFlag | undefined {
  const head = /^[^\p{L}\p{N}/]{0,12}(YES?\$|[\p{L}\p{N}]{1,10})/u.exec(value.slice(0, 60));
  const word = head?.[1]?.toUpperCase();
  if (!head || !word) return /^[\s:]*\[UNKNOWN_ERROR\]/i.test(value) ? { flag: 'ERROR', length: value.length, translated: false } : undefined;
  const rest = value.slice(head[0].length);
  if (/^[\p{L}\p{N}_]/u.test(rest)) return /^UNKNOWN_ERROR/.test(word + rest) ? { flag: 'ERROR', length: value.length, translated: false } : undefined;
  const flag = yesWords.has(word) ? 'YES' : noWords.has(word) ? 'NO' : word === 'ERROR' ? 'ERROR' : undefined;
  if (!flag || sentence.test(rest)) return undefined;
  const code = flag === 'ERROR' ? /^[\s(:[]{0,6}(0x[0-9a-f]{1,8})\b[\s)\]]{0,3}/i.exec(rest) : null;
  return {
    flag,
    length: head[0].length + (code?.[0].length ?? 0),
    translated: !printedWords.has(word),
    ...(code?.[1] && { code: code[1].toLowerCase() }),
  };
}

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const moment = /(\d{4})-(\d\d)-(\d\d)[ T]{0,3}(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,7}))?/;

/** A whole GUID in lower case, with or without braces around it. */
export function readGuid(value: string): string | undefined {
  const found = guid.exec(value.slice(0, 200));
  if (!found) return undefined;
  const before = value[found.index - 1] ?? ' ';
  const after = value[found.index + found[0].length] ?? ' ';
  return /[0-9a-z-]/i.test(before + after) ? undefined : found[0].toLowerCase();
}

export function readThumbprint(value: string): string | undefined {
  const digits = value.slice(0, 120).replace(/[\s:.]/g, '');
  return /^[0-9a-f]{40}$/i.test(digits) ? digits.toUpperCase() : undefined;
}

/** `2020-07-18 20:10:33.789 UTC` as ISO; a day that does not exist is no time. */
export function readTime(value: string): string | undefined {
  const found = moment.exec(value.slice(0, 200));
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '0'] = found;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const time = Date.parse(iso);
  return !Number.isNaN(time) && new Date(time).toISOString() === iso ? iso : undefined;
}

/** `[ start UTC -- end UTC ]`, one dash or two, also with only one half readable. */
export function readValidity(value: string): CertificateValidity | undefined {
  const starts = moment.exec(value.slice(0, 200));
  if (!starts) return undefined;
  const startsAt = readTime(starts[0]);
  const endsAt = readTime(value.slice(starts.index + starts[0].length));
  const isSecondHalf = /-\s*$/.test(value.slice(0, starts.index)) && !endsAt;
  if (isSecondHalf) return startsAt ? { endsAt: startsAt } : undefined;
  return startsAt || endsAt ? { ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) } : undefined;
}

/** A hexadecimal code as the code table spells it, otherwise the first word as printed. */
export function readCode(value: string): string | undefined {
  const hex = /0x[0-9a-f]{1,8}\b/i.exec(value.slice(0, 120));
  if (hex) return hex[0].toLowerCase();
  const bare = /^\W{0,4}(-?\d{1,10}|[0-9a-f]{8}|[a-z][\w]{2,60})\b/i.exec(value);
  return bare?.[1];
}

/** A word without blanks, such as `invalid_grant` or `DirectoryError`. */
export function readWord(value: string): string | undefined {
  return isMasked(value) ? undefined : /^[^\s,;]{2,80}/.exec(value)?.[0].replace(/[.:]$/, '');
}

/** Pre-join tests: `PASS`, `SKIPPED`, `FAIL [0x801c0021/0x801c000c]`. */
export function readTest(value: string): JoinTest | undefined {
  const found = /^\W{0,4}(PA[S5]{1,2}(?:ED)?|[S5]KIPPED|FAIL(?:ED)?)\b/i.exec(value.slice(0, 200));
  if (!found) return undefined;
  const word = (found[1] ?? '').toUpperCase().replaceAll('5', 'S');
  if (word.startsWith('PASS')) return { result: 'PASS' };
  if (word.startsWith('SKIP')) return { result: 'SKIPPED' };
  const codes = value.slice(found[0].length, 200).match(/0x[0-9a-f]{1,8}/gi) ?? [];
  const [code, subcode] = codes.map((each) => each.toLowerCase());
  return { result: 'FAIL', ...(code && { code }), ...(subcode && { subcode }) };
}

/** A bare FAILED is cut off: it could be either of the two failures, so it says nothing. */
export function readDeviceAuthStatus(value: string): DeviceAuthStatus | undefined {
  const text = value.slice(0, 300);
  if (/^\W{0,4}[s5]ucce[s5]{2}/i.test(text)) return { kind: 'success' };
  if (/dev[il1]ce [il1]s e[il1]ther|disabled\s*(?:or|and|\/)\s*deleted/i.test(text)) return { kind: 'refused' };
  if (!/^\W{0,4}fai[l1]ed\b/i.test(text)) return undefined;
  if (!/\berror\b|0x/i.test(text)) return undefined;
  const code = /0x[0-9a-f]{1,8}/i.exec(text)?.[0].toLowerCase();
  return { kind: 'could-not-run', ...(code && { code }) };
}

/** Old builds print a second colon before the answer. */
export function readKeySignTest(value: string): KeySignTest | undefined {
  const text = value.slice(0, 200).replace(/^[\s:*"']+/, '');
  if (/^pa[s5]{2}(?:ed)?\b/i.test(text)) return { kind: 'passed' };
  if (/elevat/i.test(text)) return { kind: 'needs-elevation' };
  if (!/^fai[l1](?:ed)?\b/i.test(text)) return undefined;
  const detail = /^fai[l1](?:ed)?\b[\s.,:(-]*([^)]{2,120})/i.exec(text)?.[1]?.trim();
  return { kind: 'failed', ...(detail && { detail }) };
}

export function readNumber(value: string): number | undefined {
  const found = /^\W{0,4}(\d{1,6})\b/.exec(value);
  return found ? Number(found[1]) : undefined;
}

/** Whether the person blanked the value out: x's, stars, dots, or a remark in brackets. */
export function isMasked(value: string): boolean {
  const text = value.slice(0, 300).trim();
  if (text.length < 2) return text === '*' || text === '?';
  if (/^[x*.#_?\s-]{3,}$/i.test(text)) return true;
  if (/x{6}|\*{3}|\.{3}|\{[a-z ]{4,40}\}|\b(?:redacted|removed|masked|hidden|anonymi[sz]ed|censored|omitted)\b/i.test(text)) return true;
  return /^[[({<][^\])}>]{0,60}[\])}>]$/.test(text) && !/[0-9a-f]{4}-|0x|\d{4}/i.test(text);
}

const printedWordings =
  /^\W{0,4}(?:system|un-elevated|elevated|password|ngc|post|get|enabled|disabled|sync|fallback_sync|pre-check|discover|auth|join|present|not set|organizations|consumers|microsoft (?:platform|software) |will(?:not)?provision|directoryerror|invalid_grant|destructive\w*|nondestructive\w*|managed by mdm|direct)\b/i;

/** Whether a value begins as its kind must: what decides about a lost colon, a hyphen for a colon, a value on the next line. */
export function conforms(kind: ValueKind, value: string): boolean {
  const text = value.slice(0, 200);
  switch (kind) {
    case 'flag':
      return readFlag(text) !== undefined;
    case 'guid':
      return /^[\s{(]*[0-9a-f]{8}-[0-9a-f]{4}-/i.test(text);
    case 'thumbprint':
      return /^\s*[0-9a-f]{40}\b/i.test(text);
    case 'time':
      return /^\s*\d{4}-\d\d-\d\d/.test(text);
    case 'validity':
      return /^\s*\[?\s*\d{4}-\d\d-\d\d/.test(text);
    case 'code':
      return /^\s*0x[0-9a-f]/i.test(text);
    case 'test':
      return readTest(text) !== undefined;
    case 'auth':
      return /^\W{0,4}(?:success|failed)\b/i.test(text);
    case 'keysign':
      return /^\W{0,4}(?:passed|failed|must run)\b/i.test(text);
    case 'url':
      return /^\s*https?:\/\//i.test(text);
    case 'number':
      return /^\s*\d{1,3}\b/.test(text);
    case 'word':
      return printedWordings.test(text);
    case 'text':
    case 'list':
    case 'blob':
      return false;
  }
}

/** Whether more of the value may stand on the next line (a console or a chat client wrapped it). */
export function mayContinue(kind: ValueKind, value: string): boolean {
  switch (kind) {
    case 'text':
    case 'list':
    case 'blob':
    case 'url':
      return value !== '';
    case 'validity':
      return value !== '' && readValidity(value)?.endsAt === undefined;
    case 'guid':
      return value !== '' && readGuid(value) === undefined;
    case 'thumbprint':
      return value !== '' && readThumbprint(value) === undefined;
    case 'test':
      return value.includes('[') && !value.includes(']');
    case 'auth':
      return /^fail/i.test(value) && readDeviceAuthStatus(value) === undefined;
    case 'keysign':
      return /^\W*must/i.test(value) && readKeySignTest(value) === undefined;
    case 'time':
      return value !== '' && readTime(value) === undefined;
    case 'word':
      return value !== '';
    case 'flag':
    case 'code':
    case 'number':
      return false;
  }
}
