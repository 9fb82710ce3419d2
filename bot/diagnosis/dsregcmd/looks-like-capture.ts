/** Tells a pasted output, or a part of one, from a sentence. */
import { hasEvidence } from './evidence.ts';
import { linesOf } from './lines-of.ts';
import { normalise } from './normalise.ts';
import { readRows } from './read-rows.ts';

/** The first part of a text decides: nobody writes that much before an output. */
const maxLooked = 32 * 1024;

/** Whether the chat should take a message for (a piece of) `dsregcmd /status` and not for words of the person. */
export function looksLikeCapture(text: string): boolean {
  const plain = normalise(text.slice(0, maxLooked));
  const { items } = readRows(linesOf(plain));
  // A framed title alone is the beginning of a paste that the client cut in two.
  const isFramedTitle = items.some((item) => item.kind === 'title') && /[|+][-\s|]/.test(plain);
  return isFramedTitle || hasEvidence(items, items.length > 1 ? plain : '');
}
