import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import pino from 'pino';
import restify, { type Next, type Request, type Response } from 'restify';
import { helpdeskError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { reply } from './reply.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface Routes {
  readonly post: Readonly<Record<string, Handler>>;
  readonly get: Readonly<Record<string, Handler>>;
}

export interface WebServer {
  /** Begins to listen. @throws HelpdeskError E_PORT_TAKEN. */
  listen(host: string, port: number): Promise<{ readonly host: string; readonly port: number }>;
  /** No new connections; idle ones are closed at once, busy ones soon after they have been answered. Resolves when none is left. */
  stopIntake(): Promise<void>;
  /** Ends whatever is still open. */
  destroy(): void;
}

/**
 * Limits on what a stranger can hold open. restify cannot set the interval at which Node looks for slow senders, so the
 * server is made here and restify only routes.
 */
const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
};
const maxConnections = 2_000;

export function openServer(routes: Routes, rooms: { readonly log: Log; readonly metrics: Metrics }): WebServer {
  // restify would write its own lines about requests, with addresses and headers; ours are enough.
  const router = restify.createServer({ name: '', log: pino({ level: 'silent' }) as never });
  for (const [path, handler] of Object.entries(routes.post)) router.post(path, guarded(handler, path, rooms));
  for (const [path, handler] of Object.entries(routes.get)) router.get(path, guarded(handler, path, rooms));
  router.on('after', (_request: Request, response: Response, route: { path?: string } | null) => {
    const path = route?.path;
    rooms.metrics.http.inc({ route: typeof path === 'string' ? path : 'other', status: String(response.statusCode) });
  });

  const server = createServer(limits, (request, response) => void router.server.emit('request', request, response));
  server.maxConnections = maxConnections;
  server.maxHeadersCount = 100;
  // Malformed HTTP, headers too large or too slow: Node has answered what there was to answer.
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const isSlow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
    rooms.metrics.gateRefusals.inc({ reason: isSlow ? 'too-slow' : 'http' });
    // Not `end`: it would wait for the other side to hang up, and this other side may never do so.
    if (socket.writable)
      socket.write(`HTTP/1.1 ${isSlow ? '408 Request Timeout' : '400 Bad Request'}\r\nConnection: close\r\n\r\n`);
    (socket as Socket).destroySoon();
  });

  return {
    listen: (host, port) => listen(server, host, port),
    stopIntake: () =>
      new Promise((resolve) => {
        const sweep = setInterval(() => server.closeIdleConnections(), 50);
        server.close(() => {
          clearInterval(sweep);
          resolve();
        });
      }),
    destroy: () => server.closeAllConnections(),
  };
}

/** Every handler is awaited here, and nothing it throws goes further than a 500 without words. */
function guarded(handler: Handler, route: string, { log }: { readonly log: Log }) {
  return (request: Request, response: Response, next: Next): void => {
    const run = async (): Promise<void> => {
      try {
        await handler(request, response);
      } catch (error) {
        log.error('A request failed.', { route, error });
        if (response.headersSent) response.destroy();
        else reply(response, 500, { connection: 'close' });
      }
      next(false);
    };
    void run();
  };
}

function listen(server: Server, host: string, port: number): Promise<{ host: string; port: number }> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void =>
      reject(error.code === 'EADDRINUSE' ? helpdeskError('E_PORT_TAKEN', { port }, error) : error);
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      const address = server.address() as AddressInfo;
      resolve({ host: address.address, port: address.port });
    });
  });
}
