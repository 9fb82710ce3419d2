/** Takes one line apart into titles, rows and the words around them. */
import { type Field } from './fields.ts';
import { findNames, type FoundName } from './find-names.ts';
import { type Section } from './sections.ts';
import { conforms, readFlag } from './values.ts';

export type Piece =
  | { readonly kind: 'title'; readonly section: Section; readonly number?: number }
  | { readonly kind: 'row'; readonly field: Field; readonly printed: string; readonly value: string }
  /** A name alone at the end of a line: the value may stand on the next one. */
  | { readonly kind: 'name'; readonly field: Field; readonly printed: string };

export interface ReadLine {
  readonly pieces: readonly Piece[];
  /** Words that belong to no row: prose, log prefixes, what follows a YES. */
  readonly around: string;
}

const nothing: ReadLine = { pieces: [], around: '' };

export function readLine(line: string): ReadLine {
  if (line.trim() === '') return nothing;
  const names = findNames(line);
  if (names.length === 0) return { pieces: [], around: line };
  const marks = meaningful(line, names);
  if (marks.length === 0) return { pieces: [], around: line };
  const around = [line.slice(0, marks[0]?.name.start)];
  const pieces: Piece[] = [];
  marks.forEach((mark, index) => {
    const end = marks[index + 1]?.name.start ?? line.length;
    pieces.push(pieceOf(line, mark, end, around));
  });
  return { pieces, around: around.join(' ') };
}

interface Mark {
  readonly name: FoundName;
  readonly as: 'title' | 'row' | 'name';
  readonly valueAt: number;
}

/** Which of the names found are really titles and rows here, not words of a sentence. */
function meaningful(line: string, names: readonly FoundName[]): Mark[] {
  const firstLetter = line.search(/[A-Za-z]/);
  const marks: Mark[] = [];
  names.forEach((name, index) => {
    const before = marks.at(-1);
    const mark = name.field
      ? rowMark(line, name, name.start === firstLetter, before)
      : titleMark(line, name, name.start === firstLetter, names[index + 1]);
    if (mark) marks.push(mark);
  });
  return marks;
}

/** A title stands alone, is framed, or is followed at once by a row; otherwise it is part of a sentence. */
function titleMark(line: string, name: FoundName, atStart: boolean, next: FoundName | undefined): Mark | undefined {
  const as = { name, as: 'title', valueAt: name.end } as const;
  const before = line.slice(Math.max(0, name.start - 40), name.start).trimEnd().at(-1) ?? '';
  const after = line.slice(name.end, name.end + 60).trimStart()[0] ?? '';
  if (atStart && /^[\W_]*$/.test(line.slice(name.end, name.end + 200))) return as;
  if ('|+=-#['.includes(before || ' ') && '|+=-#]'.includes(after || ' ')) return as;
  if (next?.field && /^[\s|:,;>/+=*-]{0,80}$/.test(line.slice(name.end, next.start))) return as;
  return undefined;
}

/** After these fields a sentence of the server follows, which names ids of its own. */
const quotedByServers = new Set(['correlatlonld', 'requestld', 'cllenttlme']);

function rowMark(line: string, name: FoundName, atStart: boolean, before: Mark | undefined): Mark | undefined {
  const field = name.field;
  if (!field) return undefined;
  if (before?.name.field?.kind === 'text' && before.as === 'row' && quotedByServers.has(field.key)) return undefined;
  // `/MdmUrl/` inside an address and `$AzureAdPrt` inside a script are no rows.
  if (/[/\\$@]/.test(line[name.start - 1] ?? '')) return undefined;
  const after = line.slice(name.end, name.end + 120);
  const valueAt = separatorEnd(after, field, atStart, before?.as === 'title', line.slice(Math.max(0, name.start - 24), name.start));
  if (valueAt !== undefined) return { name, as: 'row', valueAt: name.end + valueAt };
  return atStart && /^[\s*"'\])|]*$/.test(line.slice(name.end)) ? { name, as: 'name', valueAt: line.length } : undefined;
}

const colon = /^[\s"'*_\])]{0,80}[:=|]{1,2}>?/;
const hyphen = /^["'*_\])]{0,4}\s{0,40}(?:->|-{1,2}|,|;)\s{0,4}/;
const blanks = /^["'*_\])]{0,4}\s{1,60}/;
/** How people say it in a sentence, in the languages that come most. */
const verb =
  /^["'*_\])]{0,4},?\s{1,4}(?:(?:is|was|are|still|now|set|to|says|said|shows|showed|reads|reports|returns|equals|stays|as|the|value|of|a|ist|steht|auf|est|es|è|at|also|both|currently)\s{1,4}){1,5}["'*_([]{0,3}/i;
const condition = /\b(?:if|when|whether|unless|wenn|falls|si|se|until|should)\s+(?:the\s+|an?\s+|your\s+)?["'*_(]{0,2}$/i;

/** Where the value begins behind a name, or nothing when what follows is no row. */
function separatorEnd(after: string, field: Field, atStart: boolean, afterTitle: boolean, before: string): number | undefined {
  const byColon = colon.exec(after);
  if (byColon) return byColon[0].length;
  const byHyphen = hyphen.exec(after);
  if (byHyphen) {
    const value = after.slice(byHyphen[0].length);
    const isRow = atStart || afterTitle;
    // `MdmUrl -` with nothing behind it is a row printed empty.
    return conforms(field.kind, value) || (isRow && (value !== '' || field.kind !== 'flag')) ? byHyphen[0].length : undefined;
  }
  if (condition.test(before)) return undefined;
  const byVerb = verb.exec(after);
  if (byVerb) return conforms(field.kind, after.slice(byVerb[0].length)) ? byVerb[0].length : undefined;
  const byBlanks = blanks.exec(after);
  if (!byBlanks) return undefined;
  const value = after.slice(byBlanks[0].length);
  if (conforms(field.kind, value)) return byBlanks[0].length;
  // Two columns of a printed table.
  return atStart && byBlanks[0].length >= 3 && value !== '' ? byBlanks[0].length : undefined;
}

function pieceOf(line: string, mark: Mark, end: number, around: string[]): Piece {
  const { name } = mark;
  if (mark.as === 'title' && name.section) {
    around.push(line.slice(name.end, end));
    return { kind: 'title', section: name.section, ...(name.number !== undefined && { number: name.number }) };
  }
  const field = name.field as Field;
  const printed = line.slice(name.start, name.end);
  if (mark.as === 'name') return { kind: 'name', field, printed };
  const raw = line.slice(mark.valueAt, end);
  const value = cleanValue(raw);
  if (field.kind !== 'flag') return { kind: 'row', field, printed, value };
  const read = readFlag(value);
  if (!read) return { kind: 'row', field, printed, value };
  const rest = value.slice(read.length);
  // `YES ( StateReady )` belongs to the value; a sentence behind it does not.
  const isRemark = /^[\s(]{1,4}[\w ]{1,24}\)?[\s.]*$/.test(rest) && rest.includes('(');
  if (isRemark) return { kind: 'row', field, printed, value };
  around.push(rest);
  return { kind: 'row', field, printed, value: value.slice(0, read.length).replace(/^[\s:*"'_[(]+|[\s:*"'_,.\]]+$/g, '') };
}

/** Without the ruler, quote marks, emphasis and table bars that surround it. A run of stars is a mask and stays. */
export function cleanValue(raw: string): string {
  const ruler = /[-=_]{5,}/.exec(raw);
  const text = (ruler ? raw.slice(0, ruler.index) : raw).trim();
  let from = 0;
  let to = text.length;
  while (from < to && `"'|\` `.includes(text[from] ?? '')) from++;
  while (to > from && `"'\`,;|+ `.includes(text[to - 1] ?? '')) to--;
  const value = text.slice(from, to);
  if (value.includes('**')) return value;
  return value.replace(/^\*\s?(?=\w)/, '').replace(/(?<=[\w.)])\*$/, '');
}
