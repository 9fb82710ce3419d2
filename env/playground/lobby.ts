import { createServer, type Server } from 'node:http';
import { lobbyPage } from './lobby-page.ts';

export type LobbyGroup = 'helpdesk' | 'guide' | 'more' | 'special' | 'admin';

/** One person of the sandbox one can be. */
export interface LobbyGuest {
  readonly slug: string;
  readonly name: string;
  readonly group: LobbyGroup;
  /** For a reporter what is wrong with the laptop, for staff the Entra role. */
  readonly role: string;
  readonly story: string;
  /** What this person's laptop prints, ready to paste. */
  readonly capture?: string;
}

export interface Lobby {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * A page on loopback that lists everybody one can be. A Playground costs memory, so each is started when its door is
 * first opened.
 * @param open starts (or finds) that person's Playground and answers its address
 */
export async function openLobby(options: {
  readonly port: number;
  readonly guests: () => readonly LobbyGuest[];
  readonly open: (slug: string) => Promise<string>;
}): Promise<Lobby> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://lobby').pathname;
    const slug = /^\/be\/([a-z0-9-]+)$/.exec(path)?.[1];
    if (slug && options.guests().some((guest) => guest.slug === slug)) {
      options.open(slug).then(
        (url) => response.writeHead(302, { location: url }).end(),
        (error: unknown) => response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error)),
      );
      return;
    }
    if (path !== '/') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('No such door.');
      return;
    }
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'",
      })
      .end(lobbyPage(options.guests()));
  });
  await listen(server, options.port);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const retryAnywhere = (error: NodeJS.ErrnoException): void => {
      if (error.code !== 'EADDRINUSE' || port === 0) return reject(error);
      server.once('error', reject).listen(0, '127.0.0.1', resolve);
    };
    server.once('error', retryAnywhere).listen(port, '127.0.0.1', () => {
      server.off('error', retryAnywhere);
      resolve();
    });
  });
}
