import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

/** Stands in for login.botframework.com: publishes keys and signs whatever a test wants signed. */
export interface KeyServer {
  readonly issuer: string;
  readonly metadataUrl: string;
  /** How often the keys were asked for. */
  readonly asked: () => number;
  /** Signs with a published key; `kid` names which. */
  sign(
    claims: JWTPayload,
    options?: { readonly kid?: KeyName; readonly alg?: string; readonly header?: Record<string, unknown> },
  ): Promise<string>;
  /** `down`: 503. `silent`: no answer. */
  set(state: 'up' | 'down' | 'silent'): void;
  stop(): Promise<void>;
}

/** `teams` is endorsed for msteams, `webchat` for another channel, `stranger` is not published. */
export type KeyName = 'teams' | 'webchat' | 'stranger';
const endorsements: Record<KeyName, string[]> = { teams: ['msteams'], webchat: ['webchat'], stranger: ['msteams'] };

export async function startKeyServer(): Promise<KeyServer> {
  const pairs = new Map<string, CryptoKey>();
  const published: JWK[] = [];
  for (const [kid, list] of Object.entries(endorsements)) {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    pairs.set(kid, privateKey);
    if (kid !== 'stranger') published.push({ ...(await exportJWK(publicKey)), kid, use: 'sig', ...{ endorsements: list } });
  }
  let state: 'up' | 'down' | 'silent' = 'up';
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    if (state === 'silent') return;
    response.writeHead(state === 'up' ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify(request.url === '/keys' ? { keys: published } : { issuer, jwks_uri: `${issuer}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    metadataUrl: `${issuer}/.well-known/openidconfiguration`,
    asked: () => count,
    sign: (claims, { kid = 'teams', alg = 'RS256', header = {} } = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'JWT', ...header }).sign(pairs.get(kid) as CryptoKey),
    set: (next) => void (state = next),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
