/** Turns the lines of a pasted text into its titles and rows in order, putting wrapped values together again. */
import { type Field } from './fields.ts';
import { beginsName } from './find-names.ts';
import { cleanValue, type Piece, readLine } from './read-line.ts';
import { type Section } from './sections.ts';
import { conforms, mayContinue } from './values.ts';

export type Item =
  | { readonly kind: 'title'; readonly section: Section; readonly number?: number; readonly line: number }
  | { readonly kind: 'row'; readonly field?: Field; readonly printed: string; readonly value: string; readonly line: number };

export interface ReadRows {
  readonly items: readonly Item[];
  /** Everything that is neither title nor known row, for the error codes in it. */
  readonly around: readonly string[];
  /** Most rows found in one line: many mean that line breaks were lost. */
  readonly mostRowsInLine: number;
}

/** A real output has about 120 rows; more than this is kept from no one who means well. */
const maxItems = 4000;
/** A value wraps onto at most this many lines; after that it is somebody's prose. */
const maxContinuations = 6;
/** Shorter lines are not broken by a console or a chat client, and no wrapped line is longer. */
const shortestWrappedLine = 50;
const longestWrappedLine = 300;

interface Reading {
  items: Item[];
  around: string[];
  mostRowsInLine: number;
  /** The row whose value may go on in the next line. */
  open?: { row: Item & { kind: 'row' }; continued: number; lineLength: number };
  /** A name that stood alone, waiting for its value; blank lines between do not matter. */
  waiting?: { field: Field; printed: string; line: number };
  isBlankAbove: boolean;
  /** Rows whose value stood on a line of its own so far: where that is the custom, words are values too. */
  splitRows: number;
  longestLine: number;
}

export function readRows(lines: readonly string[]): ReadRows {
  const longestLine = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
  const reading: Reading = { items: [], around: [], mostRowsInLine: 0, isBlankAbove: false, splitRows: 0, longestLine };
  for (let at = 0; at < lines.length && reading.items.length < maxItems; at++) takeLine(reading, lines[at] ?? '', at);
  return reading;
}

function takeLine(reading: Reading, line: string, at: number): void {
  const text = line.trim();
  if (text === '' || /^[\s>|+*=_~#-]+$/.test(text)) {
    // A quoted or listed blank line is a blank line; a ruler ends whatever was open.
    reading.isBlankAbove = true;
    return;
  }
  const { pieces, around } = readLine(line);
  if (pieces.length === 0 || isServerText(reading, pieces)) takeOtherLine(reading, line, text, at);
  else {
    delete reading.open;
    delete reading.waiting;
    for (const piece of pieces) {
      if (piece.kind === 'title') reading.items.push({ ...piece, line: at });
      else if (piece.kind === 'name') reading.waiting = { ...piece, line: at };
      else reading.items.push({ ...piece, line: at });
    }
    const rows = pieces.filter((piece) => piece.kind === 'row').length;
    reading.mostRowsInLine = Math.max(reading.mostRowsInLine, rows);
    if (around.trim() !== '') reading.around.push(around);
    const last = reading.items.at(-1);
    if (last?.kind === 'row' && last.line === at && !reading.waiting) reading.open = { row: last, continued: 0, lineLength: line.length };
  }
  reading.isBlankAbove = false;
}

/** What Entra says about a failed attempt ends in ids of its own, which can stand in the lines below. */
function isServerText(reading: Reading, pieces: readonly Piece[]): boolean {
  const field = reading.waiting?.field ?? reading.open?.row.field;
  if (field?.name !== 'Server Error Description') return false;
  return pieces.every((piece) => piece.kind !== 'title' && piece.field.name === 'Correlation ID');
}

function takeOtherLine(reading: Reading, line: string, text: string, at: number): void {
  const value = cleanValue(text.replace(/^[\s>*#:=-]+/, ''));
  const waiting = reading.waiting;
  if (waiting && value !== '' && (fits(reading, waiting.field, value) || /^[\s>*"'-]*[:=]/.test(text))) {
    reading.items.push({ kind: 'row', field: waiting.field, printed: waiting.printed, value, line: at });
    delete reading.waiting;
    reading.splitRows++;
    return;
  }
  if (continues(reading, line, value)) return;
  delete reading.open;
  const unknown = /^[\s>*|-]{0,40}([A-Za-z][A-Za-z0-9 _\-/.()]{1,40}?)\s{0,40}:(?:\s(.*))?$/.exec(line);
  const isAmongRows = reading.items.length > 0 && at - (reading.items.at(-1)?.line ?? 0) <= 3;
  if (unknown?.[1] && isAmongRows) {
    reading.items.push({ kind: 'row', printed: unknown[1].trim(), value: cleanValue(unknown[2] ?? ''), line: at });
  }
  reading.around.push(line);
}

/** Whether a line of its own is the value of a name above it. */
function fits(reading: Reading, field: Field, value: string): boolean {
  return conforms(field.kind, value) || (field.kind === 'text' && /^AADSTS|^MSIS/.test(value)) || (reading.splitRows > (reading.isBlankAbove ? 3 : 0) && field.kind !== 'flag');
}

/** Adds the line to the open row above it when it is the rest of its value. */
function continues(reading: Reading, line: string, value: string): boolean {
  const open = reading.open;
  const field = open?.row.field;
  if (!open || !field || value === '' || open.continued >= maxContinuations || isSomethingElse(value)) return false;
  const isEmpty = open.row.value === '';
  if (isEmpty) {
    // Name and value in two list items: a blank line between does not matter when the value fits.
    if (!fits(reading, field, value)) return false;
    reading.splitRows++;
    replaceOpen(reading, value);
    return true;
  }
  // What is cut off at its end may be the next row's name.
  if (reading.isBlankAbove || open.lineLength > longestWrappedLine || beginsName(value) || !mayContinue(field.kind, open.row.value)) return false;
  const isToken = !/\s/.test(value);
  const isLong = open.lineLength >= shortestWrappedLine;
  const isWrapped = field.kind === 'text' || field.kind === 'auth' || field.kind === 'keysign' || (field.kind === 'word' ? isLong : isToken || field.kind === 'validity');
  if (!isWrapped || ((field.kind === 'url' || field.kind === 'list' || field.kind === 'blob') && !isLong)) return false;
  // A console breaks inside a word at its width, a chat client at a blank.
  const isConsoleWrap = open.lineLength >= reading.longestLine && !/\s$/.test(line);
  const isSentence = field.kind === 'text' || field.kind === 'auth' || field.kind === 'keysign' || field.kind === 'word';
  const glue = isSentence && !(isConsoleWrap && open.lineLength % 10 === 0) ? ' ' : '';
  replaceOpen(reading, `${open.row.value}${glue}${value}`, line.length);
  return true;
}

/** A prompt, or the name and time that chat tools put above a message. */
function isSomethingElse(value: string): boolean {
  return /^(?:PS )?[A-Z]:\\/.test(value) || /\b\d{1,2}:\d\d(?: ?[AP]M)?$/i.test(value);
}

function replaceOpen(reading: Reading, value: string, lineLength = 0): void {
  const open = reading.open;
  if (!open) return;
  const row = { ...open.row, value };
  const at = reading.items.lastIndexOf(open.row);
  if (at >= 0) reading.items[at] = row;
  reading.open = { row, continued: open.continued + 1, lineLength };
}

