/** Makes text of the bytes of a file or an upload, in whatever encoding Windows wrote it. */
import { type Unreadable } from '../capture.ts';

const maxBytes = 1024 * 1024;
const sampleBytes = 4096;

/** First bytes of what is surely no text: zip and docx, PNG, JPEG, GIF, PDF, programs, gzip, 7-Zip, RIFF, old Office. */
const magics: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46],
  [0x4d, 0x5a, 0x90],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x49, 0x46, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * Decodes UTF-8 and UTF-16 with or without byte order mark, else Windows' western code page (names of rows and their
 * values are ASCII there as well). Windows PowerShell writes UTF-16 with `>`; cmd writes the console's code page.
 * @returns the text without its byte order mark; `Unreadable` for nothing, for too much, and for what is no text. Never throws.
 */
export function decodeText(bytes: Uint8Array): string | Unreadable {
  if (bytes.length === 0) return { kind: 'unreadable', reason: 'empty' };
  if (bytes.length > maxBytes) return { kind: 'unreadable', reason: 'too-large' };
  if (magics.some((magic) => magic.every((byte, at) => bytes[at] === byte))) return { kind: 'unreadable', reason: 'binary' };
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (isBinary(text)) return { kind: 'unreadable', reason: 'binary' };
  return text.trim() === '' ? { kind: 'unreadable', reason: 'empty' } : text;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return encodingByNuls(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** In UTF-16 every other byte of an English text is NUL. */
function encodingByNuls(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  const nuls = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  const many = sample.length * 0.3;
  if (odd > many && even < odd / 8) return 'utf-16le';
  return even > many && odd < even / 8 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Text has no NULs and hardly any other control letters; a coloured terminal copy has escapes. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const strange = text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return strange > Math.max(2, text.length * 0.02);
}
