import { AuthenticationHandler, Client, ResponseType, TelemetryHandler, type Context, type Middleware } from '@microsoft/microsoft-graph-client';
import { parseBody, type Reply } from './reply.ts';
import type { TokenSource } from './token-source.ts';

export interface WireRequest {
  readonly version: 'v1.0' | 'beta';
  readonly method: 'GET' | 'POST';
  /** Relative to the version. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
}

export interface Transport {
  /** One request, one answer, within that time, body included. No retry and no redirect. Never throws. */
  send(request: WireRequest, milliseconds: number): Promise<Reply>;
}

/** Refuses every host but ours, then fetches. The client's own retry and redirect handlers are left out on purpose. */
class GuardedFetch implements Middleware {
  readonly host: string;
  readonly fetch: typeof fetch;

  constructor(host: string, fetcher: typeof fetch) {
    this.host = host;
    this.fetch = fetcher;
  }

  async execute(context: Context): Promise<void> {
    const url = new URL(String(context.request));
    if (url.protocol !== 'https:' || url.host !== this.host) throw new TypeError('Only Graph itself is asked.');
    context.response = await this.fetch(url, { ...(context.options as RequestInit), redirect: 'manual' });
  }
}

/** The Graph client with our own last door. It hangs the token on https requests to `baseUrl`'s host and nowhere else. */
export function openTransport(options: { baseUrl: string; tokens: TokenSource; fetch?: typeof fetch | undefined; /** Ends everything under way. */ closing: AbortSignal }): Transport {
  const base = new URL(options.baseUrl);
  if (base.protocol !== 'https:') throw new TypeError('The Graph address must begin with https://.');
  const { tokens } = options;
  const authentication = new AuthenticationHandler({ getAccessToken: () => tokens.get() });
  const telemetry = new TelemetryHandler();
  authentication.setNext(telemetry);
  telemetry.setNext(new GuardedFetch(base.host, options.fetch ?? fetch));
  const client = Client.initWithMiddleware({ middleware: authentication, baseUrl: `${base.origin}/`, customHosts: new Set([base.hostname]) });

  const send = async (request: WireRequest, milliseconds: number): Promise<Reply> => {
    const timeout = AbortSignal.timeout(Math.max(1, Math.ceil(milliseconds)));
    const signal = AbortSignal.any([timeout, options.closing]);
    const gone = new Promise<Reply>((resolve) => {
      signal.addEventListener('abort', () => resolve({ kind: 'broken', reason: timeout.aborted ? 'timed-out' : 'unavailable' }), { once: true });
    });
    // The signal is raced as well: waiting for the token has no signal of its own.
    return Promise.race([exchange(client, tokens, request, signal), gone]);
  };
  return { send };
}

async function exchange(client: Client, tokens: TokenSource, request: WireRequest, signal: AbortSignal): Promise<Reply> {
  try {
    await tokens.get();
  } catch {
    return { kind: 'no-token' };
  }
  let response: Response;
  try {
    const call = client
      .api(request.url)
      .version(request.version)
      .headers({ ...request.headers })
      .options({ signal })
      .responseType(ResponseType.RAW);
    response = (await (request.method === 'POST' ? call.post(request.body) : call.get())) as Response;
  } catch {
    return { kind: 'broken', reason: signal.aborted ? 'timed-out' : 'unavailable' };
  }
  try {
    const { body, readable } = parseBody(await response.text());
    return { kind: 'answered', status: response.status, retryAfter: response.headers.get('retry-after') ?? undefined, body, readable };
  } catch {
    return { kind: 'broken', reason: signal.aborted ? 'timed-out' : 'unreadable' };
  }
}
