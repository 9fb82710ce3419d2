/** Tells a pasted output, or a part of one, from a sentence. */
import { linesOfJson, uprightTables } from './exported-data.ts';
import { hasEvidence } from './evidence.ts';
import { normalise } from './normalise.ts';
import { readRows } from './read-rows.ts';

/** The first part of a text decides: nobody writes that much before an output. */
const maxLooked = 32 * 1024;

/** Whether the chat should take a message for (a piece of) `dsregcmd /status` and not for words of the person. */
export function looksLikeCapture(text: string): boolean {
  const plain = normalise(text.slice(0, maxLooked));
  const lines = uprightTables((linesOfJson(plain) ?? plain).split('\n'));
  const { items } = readRows(lines);
  return hasEvidence(items, items.length > 1 ? plain : '');
}
