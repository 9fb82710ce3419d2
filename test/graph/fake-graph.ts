import { openGraph, type Graph, type GraphOptions } from '../../bot/graph/client.ts';

/** One question as Graph would see it, in a batch or alone. */
export interface Asked {
  readonly method: string;
  /** With the version, still encoded: `/v1.0/users/…`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: any;
  /** Number of the batch it came in; 0 when alone. */
  readonly batch: number;
}

export type Told = { status?: number; headers?: Record<string, string>; body?: unknown; /** Instead of JSON. */ text?: string } | 'hang';

export interface FakeGraph {
  readonly graph: Graph;
  /** Every part and every lone request. */
  readonly asked: Asked[];
  /** Real requests: method and path. */
  readonly wire: { method: string; url: string; authorization: string | undefined }[];
  readonly logged: string[];
}

export const now = new Date('2026-03-02T09:00:00Z');

/** A window on a Graph that lives in this process: no socket, so that time and failure are the test's. */
export function openFakeGraph(tell: (asked: Asked) => Told, options: Partial<GraphOptions> & { envelope?: (index: number) => Told | undefined } = {}): FakeGraph {
  const asked: Asked[] = [];
  const wire: FakeGraph['wire'] = [];
  const logged: string[] = [];
  let batches = 0;

  const answer = async (told: Told, signal: AbortSignal | null | undefined): Promise<Response> => {
    if (told === 'hang') return never(signal);
    return new Response(told.text ?? (told.body === undefined ? '{"value":[]}' : JSON.stringify(told.body)), { status: told.status ?? 200, headers: told.headers ?? {} });
  };

  const fakeFetch = async (input: any, init: any = {}): Promise<Response> => {
    const url = new URL(String(input));
    const path = url.pathname + url.search;
    const headers = new Headers(init.headers);
    wire.push({ method: init.method, url: path, authorization: headers.get('authorization') ?? undefined });
    if (!url.pathname.endsWith('/$batch')) {
      const one: Asked = { method: init.method, url: path, headers: Object.fromEntries(headers), body: init.body ? JSON.parse(init.body) : undefined, batch: 0 };
      asked.push(one);
      return answer(tell(one), init.signal);
    }
    batches += 1;
    const version = url.pathname.split('/')[1];
    const parts: any[] = JSON.parse(init.body).requests;
    const outer = options.envelope?.(batches);
    const told = parts.map((part) => {
      const one: Asked = { method: part.method, url: `/${version}${part.url}`, headers: part.headers ?? {}, body: part.body, batch: batches };
      asked.push(one);
      return tell(one);
    });
    if (outer) return answer(outer, init.signal);
    if (told.includes('hang')) return never(init.signal);
    const responses = told.map((one, index) => {
      const { status = 200, headers: given = {}, body, text } = one as Exclude<Told, 'hang'>;
      return { id: parts[index].id, status, headers: given, body: text ?? body ?? { value: [] } };
    });
    return answer({ body: { responses: responses.reverse() } }, init.signal);
  };

  const write = (level: string) => (facts: object, text: string) => void logged.push(`${level} ${text} ${JSON.stringify(facts)}`);
  const graph = openGraph({
    baseUrl: 'https://graph.contoso.test',
    authorityHost: 'https://login.contoso.test',
    tenantId: 'tenant',
    clientId: 'client',
    credential: { kind: 'secret', secret: 'very-secret-value' },
    tokenCredential: { getToken: async () => ({ token: 'token-value', expiresOnTimestamp: Date.now() + 3_600_000 }) },
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
    clock: () => now,
    random: () => 0,
    fetch: fakeFetch as typeof fetch,
    ...options,
  });
  return { graph, asked, wire, logged };
}

const never = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')), { once: true }));

export const graphError = (status: number, code: string): Exclude<Told, 'hang'> => ({ status, body: { error: { code, message: 'no', innerError: { date: '2026-03-02T09:00:00' } } } });
