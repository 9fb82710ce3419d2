/** Outputs that a script turned into data before they were posted: JSON, and CSV or Markdown tables lying on their side. */
import { columnTableAt } from './column-tables.ts';
import { fieldNamed } from './fields.ts';
import { sectionTitled } from './sections.ts';

const maxDepth = 6;
const nameKeys = ['name', 'field', 'property', 'key', 'setting'];
const valueKeys = ['value', 'state', 'data'];
const titleKeys = ['section', 'title', 'group', 'category'];

/** The text of the rows inside a JSON document, or nothing when the text is no JSON. */
export function linesOfJson(text: string): string | undefined {
  const trimmed = text.trim().replace(/^(?:json\s)?/i, '');
  if (!/^[[{"]/.test(trimmed)) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(trimmed);
  } catch {
    return undefined;
  }
  const unfolded: Unfolded = { lines: [], title: '' };
  collect(data, unfolded, 0);
  return unfolded.lines.length > 0 ? unfolded.lines.join('\n') : undefined;
}

interface Unfolded {
  readonly lines: string[];
  /** The last section written. */
  title: string;
}

function collect(data: unknown, unfolded: Unfolded, depth: number): void {
  if (depth > maxDepth) return;
  if (typeof data === 'string') unfolded.lines.push(data);
  else if (Array.isArray(data)) for (const item of data) collect(item, unfolded, depth + 1);
  else if (data !== null && typeof data === 'object') collectObject(data as Record<string, unknown>, unfolded, depth);
}

function collectObject(data: Record<string, unknown>, unfolded: Unfolded, depth: number): void {
  const { lines } = unfolded;
  const entries = Object.entries(data);
  const nameOf = entries.find(([key, value]) => nameKeys.includes(key.toLowerCase()) && typeof value === 'string');
  const valueOf = entries.find(([key]) => valueKeys.includes(key.toLowerCase()));
  if (nameOf && valueOf && fieldNamed(String(nameOf[1]))) {
    enterSection(unfolded, entries.find(([key]) => titleKeys.includes(key.toLowerCase()))?.[1]);
    lines.push(`${String(nameOf[1])} : ${scalar(valueOf[1])}`);
    return;
  }
  for (const [key, value] of entries) {
    if (value !== null && typeof value === 'object') {
      enterSection(unfolded, key);
      collect(value, unfolded, depth + 1);
    } else if (typeof value === 'string' && value.includes('\n')) lines.push(value);
    else lines.push(`${key} : ${scalar(value)}`);
  }
}

function enterSection(unfolded: Unfolded, title: unknown): void {
  if (typeof title !== 'string' || title === unfolded.title || !sectionTitled(title)) return;
  unfolded.title = title;
  unfolded.lines.push(`| ${title} |`);
}

function scalar(value: unknown): string {
  if (value === true) return 'YES';
  if (value === false) return 'NO';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/**
 * Stands a table up whose first line holds the names and the next the values (Export-Csv, a copied grid).
 * Other lines stay as they are.
 */
export function uprightTables(lines: readonly string[]): string[] {
  const upright: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const columns = columnTableAt(lines, at);
    if (columns) {
      columns.names.forEach((name, index) => upright.push(`${name} : ${columns.cells[index] ?? ''}`));
      at = columns.at;
      continue;
    }
    const table = headerCells(line);
    const below = table ? rowBelow(lines, at, table) : undefined;
    if (!table || !below) {
      upright.push(line);
      continue;
    }
    table.cells.forEach((name, index) => upright.push(`${name} : ${below.cells[index] ?? ''}`));
    at = below.at;
  }
  return upright;
}

interface Table {
  readonly delimiter: string;
  readonly cells: readonly string[];
}

function headerCells(line: string): Table | undefined {
  if (line.includes(': ') || line.length < 12) return undefined;
  const delimiter = [',', ';', '|'].find((mark) => line.includes(mark));
  if (!delimiter) return undefined;
  const cells = cellsOf(line, delimiter);
  const known = cells.filter((cell) => fieldNamed(cell)).length;
  return known >= 2 && known >= cells.length * 0.6 ? { delimiter, cells } : undefined;
}

function rowBelow(lines: readonly string[], at: number, table: Table): { at: number; cells: readonly string[] } | undefined {
  for (let below = at + 1; below <= at + 3 && below < lines.length; below++) {
    const line = lines[below] ?? '';
    if (/^[\s|:+-]*$/.test(line)) continue;
    const cells = cellsOf(line, table.delimiter);
    return cells.length === table.cells.length ? { at: below, cells } : undefined;
  }
  return undefined;
}

/** Splits at the delimiter outside double quotes; quotes and blanks around a cell go. */
function cellsOf(line: string, delimiter: string): string[] {
  const trimmed = delimiter === '|' ? line.trim().replace(/^\||\|$/g, '') : line.trim();
  const cells: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at <= trimmed.length; at++) {
    if (trimmed[at] === '"') quoted = !quoted;
    if (at < trimmed.length && (quoted || trimmed[at] !== delimiter)) continue;
    cells.push(trimmed.slice(from, at).trim().replace(/^"|"$/g, ''));
    from = at + 1;
  }
  return cells;
}
