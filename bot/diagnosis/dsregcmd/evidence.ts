/** Decides whether rows and titles found in a text really come from this tool. */
import { type Item } from './read-rows.ts';
import { conforms, isMasked, readFlag } from './values.ts';

/**
 * One unmistakable row is enough, or a few that only together look like it. Windows' own "About" page and the error
 * pages of Entra print Device ID, Request Id and the like: those rows prove nothing.
 */
export function hasEvidence(items: readonly Item[], text: string): boolean {
  let sum = /dsregcmd/i.test(text) ? 1 : 0;
  let hasValue = false;
  for (const item of items) {
    if (item.kind === 'title') sum += 0.5;
    else if (item.field) {
      const weight = weightOf(item);
      // Addresses are printed empty where the tenant has none; an empty flag is a list of names to look for.
      hasValue ||= item.value === '' ? item.field.kind === 'url' : weight > 0 || sum > 0;
      sum += weight;
    }
    if (sum >= 2 && hasValue) return true;
  }
  const hasRow = items.some((item) => item.kind === 'row' && item.field && item.value !== '');
  return hasRow && sum >= 1 && (hasValue || /dsregcmd/i.test(text));
}

function weightOf(item: Item & { kind: 'row' }): number {
  const { field, value } = item;
  if (!field) return 0;
  if (field.kind === 'flag') return readFlag(value) || isMasked(value) ? field.evidence : 0;
  const isTyped = conforms(field.kind, value) || field.kind === 'word' || field.kind === 'list' || field.kind === 'text' || field.kind === 'blob';
  if (isTyped || value === '' || isMasked(value)) return value === '' ? field.evidence / 2 : field.evidence;
  return field.evidence / 2;
}
