import type { BotTokens } from '../auth/bot-tokens.ts';

/** One call to Teams' connector and what came of it, in HTTP's own terms. */
export type ConnectorAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfterMs?: number;
      readonly activityId?: string;
      readonly errorCode?: string;
    }
  /** No answer within the deadline, or no connection: it may or may not have arrived. */
  | { readonly kind: 'silent' };

export interface ConnectorCall {
  readonly serviceUrl: string;
  readonly conversationId: string;
  /** Given: that activity is replaced. Absent: a new one is posted. */
  readonly activityId?: string;
  readonly activity: Readonly<Record<string, unknown>>;
  readonly withinMs: number;
}

export type Connector = (call: ConnectorCall) => Promise<ConnectorAnswer>;

/**
 * A plain client of the connector's two operations the bot uses. One call is one request: no repeating, no redirects (the
 * bot's token must not travel), a deadline that covers token, headers and body. Never throws for outside trouble.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export function openConnector(tokens: BotTokens): Connector {
  return async ({ serviceUrl, conversationId, activityId, activity, withinMs }) => {
    const signal = AbortSignal.timeout(withinMs);
    const base = `${serviceUrl.replace(/\/+$/, '')}/v3/conversations/${encodeURIComponent(conversationId)}/activities`;
    try {
      const token = await within(tokens(signal), signal);
      const response = await fetch(activityId === undefined ? base : `${base}/${encodeURIComponent(activityId)}`, {
        method: activityId === undefined ? 'POST' : 'PUT',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(activity),
        redirect: 'manual',
        signal,
      });
      const text = await response.text();
      return {
        kind: 'answered',
        status: response.status,
        ...readAnswer(text),
        ...readRetryAfter(response.headers.get('retry-after')),
      };
    } catch {
      return { kind: 'silent' };
    }
  };
}

/** A credential may ignore its signal while it sleeps between attempts. */
function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The deadline has passed.')), { once: true });
    work.then(resolve, reject);
  });
}

function readAnswer(text: string): { activityId?: string; errorCode?: string } {
  try {
    const body = JSON.parse(text) as { id?: unknown; error?: { code?: unknown } } | null;
    return {
      ...(typeof body?.id === 'string' && body.id !== '' ? { activityId: ownId(body.id) } : {}),
      ...(typeof body?.error?.code === 'string' ? { errorCode: body.error.code } : {}),
    };
  } catch {
    return {};
  }
}

/**
 * A new post in a channel may be named by its thread (`19:…@thread.tacv2;messageid=1700000000000`); the message itself, by
 * which it is updated and which a click on it names, is the part at the end.
 */
const ownId = (id: string): string =>
  id.slice(id.lastIndexOf(';messageid=') + (id.includes(';messageid=') ? ';messageid='.length : 1));

function readRetryAfter(header: string | null): { retryAfterMs?: number } {
  if (header === null) return {};
  const ms = /^\d+(\.\d+)?$/.test(header) ? Number(header) * 1000 : new Date(header).getTime() - Date.now();
  return Number.isFinite(ms) ? { retryAfterMs: Math.max(0, ms) } : {};
}
