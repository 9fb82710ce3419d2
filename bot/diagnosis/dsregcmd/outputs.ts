/** Finds out whether a text holds the output more than once, and picks the one to read. */
import { type Item } from './read-rows.ts';

/** The last output counts, unless it is only a line quoted after the real one. */
export function lastOutput(items: readonly Item[]): { items: readonly Item[]; isDoubled: boolean } {
  const starts = startsOf(items);
  if (starts.length < 2) return { items, isDoubled: hasSectionTwice(items) };
  const outputs = starts.map((start, index) => items.slice(index === 0 ? 0 : start, starts[index + 1]));
  const most = Math.max(...outputs.map(rowCount));
  const last = outputs.findLast((output) => rowCount(output) >= Math.min(most, Math.max(4, most / 3)));
  return { items: last ?? items, isDoubled: true };
}

/** Every output begins with `AzureAdJoined` or the title right above it. */
function startsOf(items: readonly Item[]): number[] {
  const starts: number[] = [];
  items.forEach((item, index) => {
    if (item.kind !== 'row' || item.field?.key !== 'azureadjolned') return;
    starts.push(items[index - 1]?.kind === 'title' ? index - 1 : index);
  });
  return starts;
}

function rowCount(items: readonly Item[]): number {
  return items.filter((item) => item.kind === 'row' && item.field).length;
}

function hasSectionTwice(items: readonly Item[]): boolean {
  const seen = new Set<string>();
  for (const item of items) {
    if (item.kind !== 'title') continue;
    const title = `${item.section.key}${item.number ?? ''}`;
    if (seen.has(title)) return true;
    seen.add(title);
  }
  return false;
}
