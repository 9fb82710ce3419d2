/** The lines to read rows from: exported data unfolded, side-lying tables stood up, prefixes taken off. */
import { linesOfJson, uprightTables } from './exported-data.ts';
import { withoutPrefixes } from './line-prefixes.ts';

/** @param plain a text that `normalise` has been through. */
export function linesOf(plain: string): string[] {
  return uprightTables(withoutPrefixes((linesOfJson(plain) ?? plain).split('\n')));
}
