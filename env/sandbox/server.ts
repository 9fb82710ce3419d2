import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCertificate } from './certificate.ts';
import { answerControl } from './control/endpoint.ts';
import type { LogEntry } from './control/log.ts';
import { obey } from './control/orders.ts';
import { createEntraEndpoint } from './entra/endpoint.ts';
import { actions, reader, type Registration } from './entra/registrations.ts';
import { signingKey } from './entra/signing-key.ts';
import { tenant } from './entra/tenant.ts';
import { issueToken } from './entra/tokens.ts';
import { createGraphEndpoint, isGraph } from './graph/endpoint.ts';
import { BodyTooLarge, readIncoming, send, type Answer, type Delivery, type Incoming } from './http/exchange.ts';
import { createWorld } from './world.ts';

export interface SandboxOptions {
  /** 0 (the default) lets the system choose. */
  readonly port?: number;
  /** A name of this machine's loopback; anything else is refused. */
  readonly host?: string;
  /** Where `cert.pem` goes; a temporary folder of its own by default, removed at `stop()`. */
  readonly certDir?: string;
  /** The tenant's clock; throttling windows run on real time all the same. */
  readonly clock?: () => Date;
  readonly seed?: number;
  /** `false` lifts the service limits, for tests about something else. */
  readonly throttling?: boolean;
  /** PEM of a certificate with which the reader app may prove itself instead of by its secret. */
  readonly clientCertificate?: string;
}

/** Whose token: an app's, or the actions app's on behalf of a person. A negative lifetime makes an expired one. */
export type TokenOf = (
  | { readonly registration: Registration }
  | { readonly userId: string; readonly scopes: readonly string[]; readonly capabilities?: readonly string[] }
) & { readonly lifetimeSeconds?: number };

export interface Sandbox {
  /** `https://localhost:port`: authority host and Graph base address alike. */
  readonly url: string;
  readonly port: number;
  readonly certPath: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  now(): Date;
  /** Forwards the tenant's clock. */
  advance(minutes: number): void;
  setClock(moment: Date): void;
  /** What `POST /_fault` takes. @throws OrderError */
  order(order: unknown): void;
  reset(): void;
  log(): readonly LogEntry[];
  clearLog(): void;
  /** A token without the round trip. */
  token(of: TokenOf): Promise<string>;
  stop(): Promise<void>;
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Starts the tenant on this machine's loopback.
 * @throws Error in one sentence when the host is not loopback or the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const host = options.host ?? '127.0.0.1';
  if (!loopback.has(host)) throw new Error(`SANDBOX_HOST is '${host}', but the sandbox listens on loopback only: use 127.0.0.1.`);
  const ownDir = options.certDir === undefined;
  const certDir = options.certDir ?? (await mkdtemp(path.join(tmpdir(), 'contoso-sandbox-')));
  const [certificate] = await Promise.all([makeCertificate(certDir), signingKey()]);
  const world = createWorld({ ...options, seed: options.seed ?? 1, throttling: options.throttling ?? true });
  const graph = createGraphEndpoint(world);
  const entra = createEntraEndpoint(world);

  async function answer(incoming: Incoming): Promise<Answer & { delivery: Delivery }> {
    const control = answerControl(world, incoming);
    if (control) return { ...control, delivery: 'whole' };
    if (isGraph(incoming.pathname)) return graph(incoming);
    const sign = await entra(incoming);
    if (sign) return sign;
    return {
      status: 404,
      headers: {},
      body: { error: { code: 'NotFound', message: `Nothing at ${incoming.pathname}.` } },
      delivery: 'whole',
    };
  }

  const server = createServer({ key: certificate.key, cert: certificate.cert }, (message, response) => {
    void (async () => {
      try {
        const done = await answer(await readIncoming(message));
        send(response, done, done.delivery, world.clock.now());
      } catch (error) {
        if (!(error instanceof BodyTooLarge)) console.error(error);
        const status = error instanceof BodyTooLarge ? 413 : 500;
        if (!response.headersSent)
          send(
            response,
            { status, headers: {}, body: { error: { code: String(status), message: 'The sandbox could not answer.' } } },
            'whole',
            world.clock.now(),
          );
      }
    })();
  });
  server.keepAliveTimeout = 30_000;

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`SANDBOX_PORT ${options.port} is in use: stop the other sandbox or set another port.`)
          : error,
      );
    });
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  world.origin = `https://localhost:${port}`;

  return {
    url: world.origin,
    port,
    certPath: certificate.certPath,
    tenantId: tenant.id,
    clientId: reader.clientId,
    clientSecret: reader.clientSecret,
    now: () => world.clock.now(),
    advance: (minutes) => world.clock.advance(minutes),
    setClock: (moment) => world.clock.set(moment),
    order: (order) => obey(world, order),
    reset: () => world.reset(),
    log: () => world.log.all(),
    clearLog: () => world.log.clear(),
    token: (of) =>
      issueToken({
        registration: 'registration' in of ? of.registration : actions,
        audience: world.origin,
        origin: world.origin,
        lifetimeSeconds: of.lifetimeSeconds ?? 3599,
        ...('userId' in of ? { person: of } : {}),
      }),
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      if (ownDir) await rm(certDir, { recursive: true, force: true });
    },
  };
}
