import { readCapture } from '../diagnosis/dsregcmd/read-capture.ts';
import type { StoredCapture } from './ports.ts';
import type { Capture, GivenCapture } from './words.ts';

/** Pieces count as one output when they come within so long of the first one. */
const TOGETHER_MS = 15 * 60_000;
/** The newest are enough; a case with more has been tried many times. */
const MOST = 12;

/**
 * The outputs behind what was given, oldest first. A phone cuts a long paste into several messages: parts that follow
 * each other closely and do not repeat themselves are read as one text.
 */
export function joinPieces(given: readonly StoredCapture[]): GivenCapture[] {
  const outputs: Output[] = [];
  for (const piece of given.slice(-MOST)) {
    const capture = readCapture(piece.text);
    if ('kind' in capture || capture.rows.length === 0) continue;
    const before = outputs.at(-1);
    const joined = before && continues(before, piece, capture) ? join(before, piece) : undefined;
    if (joined) outputs[outputs.length - 1] = joined;
    else outputs.push({ ...piece, capture });
  }
  return outputs.map(({ capture, receivedAt, origin }) => ({ capture, receivedAt, origin }));
}

type Output = StoredCapture & { readonly capture: Capture };

function join(before: Output, piece: StoredCapture): Output | undefined {
  const text = `${before.text}\n${piece.text}`;
  const capture = readCapture(text);
  return 'kind' in capture ? undefined : { ...before, text, capture };
}

function continues(before: Output, piece: StoredCapture, capture: Capture): boolean {
  if (before.origin !== 'text' || piece.origin !== 'text') return false;
  if (!isPartial(capture)) return false;
  if (Date.parse(piece.receivedAt) - Date.parse(before.receivedAt) > TOGETHER_MS) return false;
  return !repeats(before.capture, capture);
}

/** Whether the person began anew instead of going on: most rows of the shorter one are in the other, too. */
function repeats(one: Capture, other: Capture): boolean {
  const known = new Set(one.rows.map((row) => row.name));
  const names = other.rows.map((row) => row.name);
  const again = names.filter((name) => known.has(name)).length;
  return again > 0 && again * 2 >= Math.min(known.size, names.length);
}

export function isPartial(capture: Capture): boolean {
  return capture.notes.includes('partial');
}
