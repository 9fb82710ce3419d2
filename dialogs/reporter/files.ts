import { decodeText } from '../../bot/diagnosis/dsregcmd/decode-text.ts';
import { nothing, text } from '../common/replies.ts';
import { secretWarning } from '../common/secret-warning.ts';
import { cannotUse } from '../common/unreadable.ts';
import type { Person, Rooms } from '../rooms.ts';
import type { AttachedFile, Reply } from '../turn.ts';
import { secretIn } from '../understand/secrets.ts';
import { understand } from '../understand/understand.ts';
import { give } from './capture.ts';

/** Who sends more at once gets an answer about the first ones. */
const MOST_FILES = 5;

/** Files sent to the bot: every one that holds the laptop's text is used, every other one gets a sentence. */
export async function files(
  rooms: Rooms,
  person: Person,
  sent: { readonly text: string; readonly files: readonly AttachedFile[] },
  otherwise: (words: string) => Promise<readonly Reply[]>,
): Promise<readonly Reply[]> {
  const looked = sent.files.slice(0, MOST_FILES);
  const complaints: string[] = [];
  let kept = 0;
  for (const file of looked) {
    const complaint = await oneFile(rooms, person, file, looked.length > 1);
    if (complaint === undefined) kept += 1;
    else complaints.push(complaint);
  }
  if (sent.files.length > MOST_FILES) complaints.push(`I looked at the first ${MOST_FILES} files only.`);
  const wish = understand(sent.text);
  const isWorthAnswering = wish.kind === 'capture' || wish.kind === 'secret' || (kept === 0 && wish.kind === 'report');
  const answer = isWorthAnswering ? await otherwise(sent.text) : nothing;
  return [...complaints.map(text), ...answer];
}

/** @returns what to say about a file that could not be used; nothing when it is kept. */
async function oneFile(rooms: Rooms, person: Person, file: AttachedFile, isOneOfMany: boolean): Promise<string | undefined> {
  const what = isOneOfMany ? `“${fileName(file.name)}”` : 'this file';
  const fetched = await file.fetch().catch(() => ({ kind: 'unreachable' }) as const);
  if (fetched.kind !== 'bytes') return cannotUse(what, fetched.kind);
  const decoded = decodeText(fetched.bytes);
  if (typeof decoded !== 'string') return cannotUse(what, isZip(fetched.bytes) ? 'zip' : decoded.reason);
  const secret = secretIn(decoded);
  if (secret) return secretWarning(secret);
  const given = await give(rooms, { person, text: decoded, origin: 'text', anew: true });
  return given.kind === 'kept' ? undefined : cannotUse(what, given.reason);
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The client chose the name: letters, digits and dots of it are enough to recognise it. */
function fileName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}.-]+/gu, ' ').trim().slice(0, 40);
  return plain === '' ? 'one of them' : plain;
}
