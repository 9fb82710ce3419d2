import { createServer, type Server } from 'node:http';
import { encode } from 'html-entities';

/** One person of the sandbox one can be. */
export interface LobbyGuest {
  readonly slug: string;
  readonly name: string;
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
      .end(page(options.guests()));
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

const style = `
  body { font: 16px/1.5 "Segoe UI", system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #242424; }
  li { margin: 0 0 1rem; } ul { padding: 0; list-style: none; } a { font-weight: 600; color: #4f52b2; }
  small { color: #616161; } pre { background: #f5f5f5; padding: .75rem; overflow: auto; max-height: 16rem; }
  button { font: inherit; padding: .25rem .75rem; } summary { cursor: pointer; }
  @media (prefers-color-scheme: dark) { body { background: #1f1f1f; color: #fff; } a { color: #a6a7f5; } small { color: #c2c2c2; } pre { background: #292929; } }`;

function page(guests: readonly LobbyGuest[]): string {
  const rows = guests.map(
    (guest) => `<li><a href="/be/${encode(guest.slug)}" target="_blank">${encode(guest.name)}</a> <small>${encode(guest.role)}</small><br>
      ${encode(guest.story)}${guest.capture ? capture(guest.capture) : ''}</li>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Contoso sandbox</title><style>${style}</style>
<h1>Who do you want to be?</h1>
<p>Each name opens that person's Teams (the Microsoft 365 Agents Playground). Open the page, then say <b>CAA50021</b> or <b>I can't sign in</b>.
Everything here is invented and stays on this machine.</p>
<ul>${rows.join('\n')}</ul>
<script>for (const b of document.querySelectorAll('button')) b.onclick = () => navigator.clipboard.writeText(b.nextElementSibling.textContent).then(() => { b.textContent = 'Copied'; });</script>
</html>`;
}

const capture = (text: string): string =>
  `<details><summary>What this laptop prints for dsregcmd /status</summary><button>Copy</button><pre>${encode(text)}</pre></details>`;
