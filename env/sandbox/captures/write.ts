import { writeFile } from 'node:fs/promises';
import { lastingCapture } from '../captures.ts';
import { cast } from '../people.ts';

/** Writes the captures of this folder anew: `node env/sandbox/captures/write.ts`, after a story has changed. */
for (const { slug } of cast) await writeFile(new URL(`${slug}.txt`, import.meta.url), lastingCapture(slug) ?? '');
