/** Takes off what paste sites, log files and mail clients put before every line. */

import { findNames } from './find-names.ts';

/** What stands on most lines is decoration; on a few it may be part of the output. */
const share = 0.6;
const quoteMarks = /^(?:\s{0,8}>)+ ?/;
const lineNumber = /^\s{0,8}[[(#]?\d{1,5}(?:[.:)\]|]|\s|$)[ |]?/;
const timeStamp =
  /^\s{0,8}[[(]?(?:\d{4}[-/.]\d\d[-/.]\d\d[T ,]{0,2})?\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?(?: ?[AP]M)?[\])]?(?:\s|$)/i;

/** The lines without quote marks, line numbers, time stamps and the words that then stand before all of them. */
export function withoutPrefixes(lines: readonly string[]): string[] {
  const unnamed = withoutCommonWords(lines);
  const unquoted = stripped(unnamed, quoteMarks) ?? unnamed;
  const unnumbered = (isCounting(unquoted) ? stripped(unquoted, lineNumber) : undefined) ?? unquoted;
  const unstamped = stripped(unnumbered, timeStamp);
  return unstamped ? withoutCommonWords(unstamped) : unnumbered;
}

function stripped(lines: readonly string[], prefix: RegExp): string[] | undefined {
  const filled = lines.filter((line) => line.trim() !== '');
  const hits = filled.filter((line) => prefix.test(line)).length;
  return hits >= 3 && hits >= filled.length * share ? lines.map((line) => line.replace(prefix, '')) : undefined;
}

/** Line numbers grow by one; the numbers of a list of values do not. */
function isCounting(lines: readonly string[]): boolean {
  let previous = -1;
  let steps = 0;
  let numbered = 0;
  for (const line of lines) {
    const number = Number(/^\s{0,8}[[(#]?(\d{1,5})/.exec(line)?.[1] ?? NaN);
    if (Number.isNaN(number)) continue;
    numbered++;
    if (number === previous + 1) steps++;
    previous = number;
  }
  return numbered >= 3 && steps >= (numbered - 1) * share;
}

/** A log or a remote shell writes its source before each line: cut off at the end of the last whole word that all share. */
function withoutCommonWords(lines: readonly string[]): string[] {
  const filled = lines.map((line) => line.trimStart()).filter((line) => line !== '');
  const common = filled.reduce(sharedStart, filled[0] ?? '');
  const words = /^.*[^A-Za-z0-9]/.exec(common.slice(0, 200))?.[0].trimEnd() ?? '';
  if (filled.length < 3 || !/[A-Za-z]/.test(words) || findNames(words).length > 0) return [...lines];
  return lines.map((line) => (line.trimStart().startsWith(words) ? line.trimStart().slice(words.length) : line));
}

function sharedStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return one.slice(0, length);
}
