/** The lines to read rows from: exported data unfolded, side-lying tables stood up, prefixes and double spacing taken off. */
import { linesOfJson, uprightTables } from './exported-data.ts';
import { withoutPrefixes } from './line-prefixes.ts';

/** @param plain a text that `normalise` has been through. */
export function linesOf(plain: string): string[] {
  const lines = withoutPrefixes((linesOfJson(plain) ?? plain).split('\n'));
  return uprightTables(singleSpaced(unfoldedWithin(lines)));
}

/** A JSON document between other words: before, document, after. */
function unfoldedWithin(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => /^\s*[[{]\s*(?:"|$|[[{])/.test(line));
  const last = lines.findLastIndex((line) => /[\]}]\s*$/.test(line));
  if (first < 0 || last < first) return lines;
  const unfolded = linesOfJson(lines.slice(first, last + 1).join('\n'));
  return unfolded === undefined ? lines : [...lines.slice(0, first), ...unfolded.split('\n'), '', ...lines.slice(last + 1)];
}

/** Where a blank line follows every line, blank lines mean nothing. */
function singleSpaced(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  const isDouble = filled.length >= 6 && lines.every((line, at) => line.trim() === '' || (lines[at + 1] ?? '').trim() === '');
  return isDouble ? filled : lines;
}
