import { isRow, type Failure, type Part } from './part.ts';

/** What the wire brought for one part, before anyone judged it. */
export type Reply =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter?: string | undefined;
      /** Parsed JSON; meaningless when not `readable`. */
      readonly body: unknown;
      readonly readable: boolean;
    }
  | { readonly kind: 'broken'; readonly reason: 'timed-out' | 'unavailable' | 'unreadable' }
  /** Entra gave no token, or Graph would not take it: no question can be asked at all. */
  | { readonly kind: 'no-token' };

/** Text that should be JSON. Nothing at all is readable: several services answer 204. */
export function parseBody(text: string): { body: unknown; readable: boolean } {
  if (text.trim() === '') return { body: undefined, readable: true };
  try {
    return { body: JSON.parse(text) as unknown, readable: true };
  } catch {
    return { body: undefined, readable: false };
  }
}

/** `error.code` and the codes nested in it; the message is for people and never decides. */
export function errorCodes(body: unknown): string[] {
  const found: string[] = [];
  let error = isRow(body) ? body['error'] : undefined;
  for (let depth = 0; depth < 4 && isRow(error); depth += 1) {
    if (typeof error['code'] === 'string') found.push(error['code']);
    error = error['innerError'] ?? error['innererror'];
  }
  return found;
}

const noSuchObject = /^(request_|error)?(resource|item)notfound$/i;
/** The codes by which the services say that a permission or a role is what is missing. */
const mayNot = /^(authorization_requestdenied|authorization_.*|accessdenied|forbidden|authentication_msgraphpermissionmissing|authentication_requestfromunsupporteduserrole)$/i;
const notLicensed = /^authentication_requestfromnonpremiumtenantorb2ctenant$/i;

/** Why this reply is no answer; `absent` for a proven "no such object", `undefined` when it is one. */
export function whyNot(part: Part, reply: Reply): Failure | 'absent' | undefined {
  if (reply.kind === 'no-token') return { kind: 'failed', reason: 'unavailable' };
  if (reply.kind === 'broken') return { kind: 'failed', reason: reply.reason };
  const { status, body, readable } = reply;
  const failure = (reason: Failure['reason'], permission?: string): Failure => ({ kind: 'failed', reason, status, ...(permission && { permission }) });
  if (status === 429) return failure('throttled');
  if (status >= 500) return failure('unavailable');
  if (!readable) return failure('unreadable');
  if (status >= 200 && status < 300) return isRow(body) ? undefined : failure('unreadable');
  const codes = errorCodes(body);
  if (status === 403) {
    if (codes.some((code) => notLicensed.test(code))) return failure('not-licensed');
    // A proxy may refuse as well; only Graph's own words accuse a permission.
    return codes.some((code) => mayNot.test(code)) ? failure('forbidden', part.permission) : failure('unavailable');
  }
  if (status === 404 && part.mayBeAbsent && codes.some((code) => noSuchObject.test(code))) return 'absent';
  return failure('unavailable');
}
