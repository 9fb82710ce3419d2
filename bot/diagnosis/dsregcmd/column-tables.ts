/** Stands up tables whose columns are parted by blanks only: Format-Table, or cells copied out of a spreadsheet. */
import { findNames } from './find-names.ts';

export interface ColumnTable {
  readonly names: readonly string[];
  readonly cells: readonly string[];
  /** The line of the values. */
  readonly at: number;
}

/** The table that begins in that line, when the line holds nothing but names of rows. */
export function columnTableAt(lines: readonly string[], at: number): ColumnTable | undefined {
  const line = lines[at] ?? '';
  if (line.length > 2000 || line.includes(':')) return undefined;
  const found = findNames(line).filter((name) => name.field);
  if (found.length < 2 || restOf(line, found).trim() !== '') return undefined;
  const isUnderlined = /^[\s-]*-[\s-]*$/.test(lines[at + 1] ?? '');
  const below = isUnderlined ? at + 2 : at + 1;
  const values = lines[below] ?? '';
  const starts = found.map((name) => name.start);
  // A spreadsheet parts cells by tabs, a console by columns.
  const split = values.trim().split(/\s{2,}/);
  const cells = isUnderlined || split.length !== found.length ? starts.map((start, index) => values.slice(start, starts[index + 1]).trim()) : split;
  // Underlined names without values were printed empty; bare ones are only a list of names.
  if (!isUnderlined && cells.every((cell) => cell === '')) return undefined;
  return { names: found.map((name) => line.slice(name.start, name.end)), cells, at: below };
}

function restOf(line: string, names: readonly { start: number; end: number }[]): string {
  return names.map((name, index) => line.slice(index === 0 ? 0 : names[index - 1]?.end, name.start)).join('') + line.slice(names.at(-1)?.end);
}
