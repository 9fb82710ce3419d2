/** Finds the names of rows and sections anywhere in a line, whatever stands around them. Linear in the line. */
import { fields, type Field } from './fields.ts';
import { fold } from './fold.ts';
import { sections, type Section } from './sections.ts';

export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly field?: Field;
  readonly section?: Section;
  /** Of `Work Account 2`. */
  readonly number?: number;
}

/** No name has more words than `IE Proxy Config for System Account`, plus words a camera tore apart. */
const maxWords = 8;

const prefixes = new Set<string>();
for (const key of [...fields.keys(), ...sections.keys()]) {
  for (let length = 1; length <= key.length; length++) prefixes.add(key.slice(0, length));
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** Longest names first from the left; names never overlap. */
export function findNames(line: string): FoundName[] {
  const words = wordsOf(line);
  const found: FoundName[] = [];
  for (let at = 0; at < words.length; at++) {
    const name = nameAt(line, words, at);
    if (!name) continue;
    found.push(name.found);
    at = name.lastWord;
  }
  return found;
}

/** Whether a text cut off at its end could be the beginning of a name. */
export function beginsName(text: string): boolean {
  return text.length >= 2 && text.length <= 40 && prefixes.has(fold(text));
}

function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  const each = /[A-Za-z0-9]+/g;
  for (let found = each.exec(line); found; found = each.exec(line)) {
    // A longer word is no name; its first letters are enough to know that.
    words.push({ start: found.index, end: each.lastIndex, key: fold(found[0].slice(0, 40)) });
  }
  return words;
}

function nameAt(line: string, words: readonly Word[], first: number): { found: FoundName; lastWord: number } | undefined {
  let key = '';
  let best: { found: FoundName; lastWord: number } | undefined;
  const start = words[first]?.start ?? 0;
  for (let at = first; at < words.length && at < first + maxWords; at++) {
    const word = words[at];
    if (!word || (at > first && !isGap(line, words[at - 1]?.end ?? 0, word.start))) break;
    key += word.key;
    if (!prefixes.has(key)) break;
    const field = fields.get(key);
    const section = sections.get(key);
    if (!field && !section) continue;
    best = { found: { start, end: word.end, ...(field && { field }), ...(section && { section }) }, lastWord: at };
  }
  return best?.found.section?.key === 'workaccount' || best?.found.section?.holds.includes('workAccount')
    ? withNumber(line, words, best)
    : best;
}

function withNumber(line: string, words: readonly Word[], name: { found: FoundName; lastWord: number }) {
  const next = words[name.lastWord + 1];
  const digits = next ? line.slice(next.start, next.end) : '';
  if (!next || !/^\d{1,2}$/.test(digits) || next.start - name.found.end > 3) return name;
  return { found: { ...name.found, end: next.end, number: Number(digits) }, lastWord: name.lastWord + 1 };
}

/** Words of one name are parted by a blank or two, a hyphen or an underscore. */
function isGap(line: string, from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let at = from; at < to; at++) {
    const letter = line[at];
    if (letter !== ' ' && letter !== '-' && letter !== '_') return false;
  }
  return true;
}
