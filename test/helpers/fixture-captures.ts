/** The handwritten outputs under test/fixtures/captures, as text and as sections with their rows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PrintedCapture } from './render-capture.ts';

const folder = join(import.meta.dirname, '../fixtures/captures');

export function fixtureNames(): string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.txt')).map((file) => file.slice(0, -4));
}

/** @param name file name without `.txt`. */
export function fixtureText(name: string): string {
  return readFileSync(join(folder, `${name}.txt`), 'utf8');
}

/** Takes a cleanly printed output apart; only for fixtures in the tool's own layout. */
export function printedCapture(text: string): PrintedCapture {
  const sections: { name: string; fields: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    const title = /^\| (.+?)\s*\|$/.exec(line);
    if (title?.[1]) sections.push({ name: title[1], fields: [] });
    const row = /^\s*([A-Za-z][\w -]*?) : ?(.*)$/.exec(line);
    if (row?.[1]) sections.at(-1)?.fields.push([row[1], row[2] ?? '']);
  }
  return { sections };
}
