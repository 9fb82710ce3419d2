/** Undoes what encodings, chat tools and typographic filters do to letters and line ends. Linear in the text. */
import { removeMarkup } from './markup.ts';

/** At most this many characters are looked at; a real output has about 6 000. */
export const maxCharacters = 256 * 1024;

const replacements: readonly (readonly [RegExp, string])[] = [
  [/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\u180e]/g, ''],
  [/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  [/[\u2010-\u2015\u2212\u2500\u2501\u2550\ufe58\ufe63]/g, '-'],
  [/[\u2502\u2503\u2551]/g, '|'],
  [/[\u250c-\u254b\u2552-\u256c]/g, '+'],
  [/[\u2018-\u201b\u2032\u00b4]/g, "'"],
  [/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2236\u02d0\ua789\ufe55\ufe13]/g, ':'],
  [/[\u2022\u00b7\u25aa\u25ab\u25e6\u2023\u25cf\u25cb\u25a0\u25a1\u2043\u2219]/g, '*'],
  [/\u2026/g, '...'],
];

/** One plain blank, hyphen, quote and colon each; `\n` line ends; no NULs, marks, control letters, tags or entities. */
export function normalise(text: string): string {
  const lines = oneLineEnd(text.replaceAll('\0', ''));
  const plain = removeMarkup(lines);
  // ANSI colours of a terminal copy, then the control letters that carry no meaning.
  const printable = plain
    .replace(/\u001b\[[0-9;?]{0,12}[A-Za-z]/g, '')
    .replace(/[\u0001-\u0008\u000e-\u001f\u007f]/g, '')
    .replaceAll('\t', '    ');
  return /[^\u0000-\u007f]/.test(printable) ? plainLetters(printable) : printable;
}

function oneLineEnd(text: string): string {
  const lines = text.replace(/\r\n|[\r\u0085\u2028\u2029\u000b\u000c]/g, '\n');
  // A text copied out of JSON carries its line ends as `\n`; a single one may as well be DOMAIN\name.
  const escaped = lines.match(/\\r?\\?n/g)?.length ?? 0;
  const real = lines.match(/\n/g)?.length ?? 0;
  return escaped >= 5 && real < 3 ? lines.replace(/\\(r\\n|[nrt"\\])/g, (_, letter: string) => unescaped(letter)) : lines;
}

function unescaped(letter: string): string {
  if (letter === '"' || letter === '\\') return letter;
  return letter === 't' ? '\t' : '\n';
}

function plainLetters(text: string): string {
  let plain = text;
  for (const [letters, plainLetter] of replacements) plain = plain.replace(letters, plainLetter);
  // Full-width forms of ASCII, as East Asian input methods write them.
  return plain.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
}
