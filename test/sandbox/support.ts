import { existsSync, readFileSync } from 'node:fs';
import { after, before } from 'mocha';
import tls from 'node:tls';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../env/sandbox/server.ts';
import { reader, type Registration } from '../../env/sandbox/entra/registrations.ts';

/** Lets this process trust a sandbox's certificate, as NODE_EXTRA_CA_CERTS does for a process that is started with it. */
export function trust(certPath: string): void {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), readFileSync(certPath, 'utf8')]);
}

export interface Answered {
  status: number;
  headers: Headers;
  body: any;
}

export interface Asking {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  token?: string;
  version?: 'v1.0' | 'beta';
}

export interface Rig {
  sandbox: Sandbox;
  token: string;
  /** Asks Graph; `path` after the version. */
  ask(path: string, options?: Asking): Promise<Answered>;
  /** Sends parts as a batch and gives the answers by id. */
  batch(parts: object[], options?: Asking): Promise<Record<string, any>>;
  control(method: string, path: string, body?: unknown): Promise<Answered>;
  tokenOf(registration: Registration): Promise<string>;
}

async function read(response: Response): Promise<Answered> {
  const text = await response.text();
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {
    // not JSON: the text itself
  }
  return { status: response.status, headers: response.headers, body };
}

/** A sandbox for the tests of one file, without service limits unless asked for, back to its first minute before each test. */
export function rig(options: SandboxOptions = { throttling: false }): Rig {
  const self = {} as Rig;
  before(async () => {
    self.sandbox = await startSandbox(options);
    trust(self.sandbox.certPath);
    self.token = await self.sandbox.token({ registration: reader });
  });
  beforeEach(() => self.sandbox.reset());
  after(() => self.sandbox.stop());

  self.ask = async (path, asking = {}) => {
    const headers: Record<string, string> = { authorization: `Bearer ${asking.token ?? self.token}`, ...asking.headers };
    if (asking.body !== undefined) headers['content-type'] ??= 'application/json';
    const address = path.startsWith('https://') ? path : `${self.sandbox.url}/${asking.version ?? 'v1.0'}${path}`;
    const body =
      asking.body === undefined ? undefined : typeof asking.body === 'string' ? asking.body : JSON.stringify(asking.body);
    return read(await fetch(address, { method: asking.method ?? 'GET', headers, ...(body === undefined ? {} : { body }) }));
  };
  self.batch = async (parts, asking) => {
    const { body } = await self.ask('/$batch', { ...asking, method: 'POST', body: { requests: parts } });
    return Object.fromEntries(body.responses.map((answer: any) => [answer.id, answer]));
  };
  self.control = async (method, path, body) =>
    read(await fetch(`${self.sandbox.url}${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }));
  self.tokenOf = (registration) => self.sandbox.token({ registration });
  return self;
}

/** A query with its values encoded, e.g. `q({ $filter: "a eq 'b'" })`. */
export const q = (options: Record<string, string>): string =>
  `?${Object.entries(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

export const contractFile = new URL('../../../shared/graph/contract.json', import.meta.url);

/** Microsoft's published names, when the reference folder lies beside the repository; otherwise the test says so and stops. */
export function contractOrSkip(context: Mocha.Context): any {
  if (existsSync(contractFile)) return JSON.parse(readFileSync(contractFile, 'utf8'));
  console.log('skipped: no ../shared/graph/contract.json');
  context.skip();
}
