import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Teams' connector as a small HTTP server with the real paths: it keeps what was posted and what was replaced, and can
 * misbehave in the ways Teams does. Listens on a port of its own choosing.
 */
export interface FakeConnector {
  /** What an activity names as its `serviceUrl`. */
  readonly url: string;
  /** Every request, whatever came of it. */
  readonly requests: readonly ConnectorRequest[];
  /** Requests that took effect, in their order. */
  readonly taken: readonly ConnectorRequest[];
  /** What a conversation shows now: by activity id, the newest version. */
  shown(conversationId: string): ReadonlyMap<string, Record<string, any>>;
  posts(conversationId?: string): ConnectorRequest[];
  updates(conversationId?: string): ConnectorRequest[];
  /** The next requests are treated so, one each, in this order; afterwards all is well again. */
  misbehave(...ways: Way[]): void;
  /** Every request is treated so until `recover`. */
  alwaysMisbehave(way: Way): void;
  recover(): void;
  /** Forgets everything it was told. */
  clear(): void;
  stop(): Promise<void>;
}

export interface ConnectorRequest {
  readonly method: 'POST' | 'PUT';
  readonly conversationId: string;
  readonly activityId: string;
  readonly activity: Record<string, any>;
  readonly authorization: string | undefined;
  readonly at: number;
}

export type Way =
  /** Answers that, without having done anything. `code` is Teams' error code. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: string;
      readonly retryAfter?: string;
      readonly location?: string;
    }
  /** Does it, and then answers that all the same: a gateway that lost patience. */
  | { readonly kind: 'status-after'; readonly status: number }
  /** Does it, that much later. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Does it and answers without an id. */
  | { readonly kind: 'no-id' }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Closes the connection without a word. */
  | { readonly kind: 'reset' };

/** 403 and 404 as Teams words them. */
export const refusals = {
  blocked: { kind: 'status', status: 403, code: 'MessageWritesBlocked' },
  notInRoster: { kind: 'status', status: 403, code: 'BotNotInConversationRoster' },
  removed: { kind: 'status', status: 404, code: 'ConversationNotFound' },
  messageGone: { kind: 'status', status: 404, code: 'ActivityNotFoundInConversation' },
} as const satisfies Record<string, Way>;

export async function startFakeConnector(): Promise<FakeConnector> {
  let requests: ConnectorRequest[] = [];
  let taken: ConnectorRequest[] = [];
  let ways: Way[] = [];
  let always: Way | undefined;
  let lastId = 1_700_000_000_000;
  const shown = new Map<string, Map<string, Record<string, any>>>();

  const take = (request: ConnectorRequest): void => {
    taken.push(request);
    const there = shown.get(request.conversationId) ?? new Map<string, Record<string, any>>();
    there.set(request.activityId, request.activity);
    shown.set(request.conversationId, there);
  };
  const answer = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };

  const server = createServer((message, response) => {
    void read(message).then((body) => {
      const match = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(
        new URL(message.url ?? '', 'http://x').pathname,
      );
      if (!match || (message.method !== 'POST' && message.method !== 'PUT'))
        return answer(response, 404, { error: { code: 'NotFound' } });
      const request: ConnectorRequest = {
        method: message.method,
        conversationId: decodeURIComponent(match[1] ?? ''),
        activityId: match[2] === undefined ? String((lastId += 1)) : decodeURIComponent(match[2]),
        activity: JSON.parse(body) as Record<string, any>,
        authorization: message.headers.authorization,
        at: Date.now(),
      };
      requests.push(request);
      const way = ways.shift() ?? always;
      switch (way?.kind) {
        case 'hang':
          return undefined;
        case 'reset':
          return message.socket.destroy();
        case 'status': {
          const headers = {
            ...(way.retryAfter ? { 'retry-after': way.retryAfter } : {}),
            ...(way.location ? { location: way.location } : {}),
          };
          return answer(response, way.status, { error: { code: way.code ?? 'Error', message: 'for a test' } }, headers);
        }
        case 'status-after':
          take(request);
          return answer(response, way.status, {});
        case 'delay':
          return setTimeout(() => {
            take(request);
            answer(response, 201, { id: request.activityId });
          }, way.ms);
        case 'no-id':
          take(request);
          return answer(response, 202, {});
        case undefined:
          take(request);
          return answer(response, request.method === 'POST' ? 201 : 200, { id: request.activityId });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const of = (method: string) => (conversationId?: string) =>
    taken.filter(
      (request) => request.method === method && (conversationId === undefined || request.conversationId === conversationId),
    );
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get requests() {
      return requests;
    },
    get taken() {
      return taken;
    },
    shown: (conversationId) => shown.get(conversationId) ?? new Map(),
    posts: of('POST'),
    updates: of('PUT'),
    misbehave: (...more) => void ways.push(...more),
    alwaysMisbehave: (way) => void (always = way),
    recover: () => {
      ways = [];
      always = undefined;
    },
    clear: () => {
      requests = [];
      taken = [];
      shown.clear();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
