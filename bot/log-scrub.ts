/**
 * Last line of defence for texts that reach a log: what looks like an address, a token, a network address, or a quotation
 * of something from outside is masked. Log fields themselves go by an allowlist (log.ts); this is for error messages.
 */
const masks: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]+(?:\.[\w-]*){0,2}/g, '[token]'],
  [/\b(?:bearer|basic)\s+[\w.~+/=-]+/gi, '[token]'],
  [/[\w.!#$%&*+/=?^{|}~-]+@[\w-]+(?:\.[\w-]+)*/g, '[address]'],
  [/\b(https?:\/\/[^\s/?#]+)[^\s]*/gi, '$1/…'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '[ip]'],
  [/\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}\b/gi, '[ip]'],
  [/\b[A-Za-z0-9+/_-]{40,}={0,2}/g, '[long]'],
];

/** A message of ours, cleaned. Ids of cases and activities stay readable. */
export const scrub = (text: string): string =>
  masks.reduce((cleaned, [pattern, mask]) => cleaned.replace(pattern, mask), text.slice(0, 2000));

const guid = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;
const quotation = /"(?:[^"\\]|\\.)*"?|'[^']*'|`[^`]*`|\([^()]*\)=\([^()]*\)|[{[][\s\S]*$/g;

/**
 * What may be told of an error: its kind, its codes, a cleaned first line, and where in the code it happened. Bodies,
 * parameters and other properties that libraries hang on their errors are left behind.
 */
export function errorForLog(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, status, statusCode, cause } = error as Error & { code?: unknown; status?: unknown; statusCode?: unknown };
  return {
    type: error.name,
    ...(isCode(code) ? { code } : {}),
    ...(isCode(status) ? { status } : isCode(statusCode) ? { status: statusCode } : {}),
    message: isOurs(error) ? scrub(error.message) : foreignMessage(error),
    at: frames(error.stack),
    ...(cause !== undefined && depth < 3 ? { cause: errorForLog(cause, depth + 1) } : {}),
  };
}

const isCode = (code: unknown): code is string | number =>
  typeof code === 'number' || (typeof code === 'string' && /^[\w.:-]{1,60}$/.test(code));

/** The catalogue's sentences name settings and remedies, never people. */
const isOurs = (error: Error): boolean => error.name === 'HelpdeskError';

/** V8 quotes our own identifiers in a TypeError; everybody else quotes what they were given. */
function foreignMessage(error: Error): string {
  // JSON.parse puts a piece of the text it could not read into its message.
  if (error instanceof SyntaxError) return 'text that could not be parsed';
  const isAboutCode = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
  const firstLine = error.message.split('\n', 1)[0] ?? '';
  const unquoted = isAboutCode ? firstLine : firstLine.replace(quotation, '…');
  return scrub(unquoted).replace(guid, '[id]').slice(0, 200);
}

/** Function and place of the first frames; the stack's own first lines repeat the message and are dropped. */
function frames(stack: string | undefined): string[] {
  const found: string[] = [];
  for (const line of (stack ?? '').split('\n')) {
    if (line.length > 500) continue; // a line of the message: places in code are shorter
    const match =
      /^\s+at (?:async )?(?:([\w.<>$ [\]]+) )?\(?(?:file:\/\/)?[^()]*?((?:node_modules\/)?[\w@.-]+\/[\w.-]+\/?[\w.-]*:\d+):\d+\)?$/.exec(
        line,
      );
    if (match) found.push(`${match[1] ?? ''} ${match[2] ?? ''}`.trim());
    if (found.length === 8) break;
  }
  return found;
}
