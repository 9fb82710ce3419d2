import type { Incoming } from '../http/exchange.ts';
import { playFaults, type Outcome } from '../http/outcome.ts';
import type { World } from '../world.ts';
import { instanceDiscovery, openIdConfiguration } from './discovery.ts';
import { GraphError } from '../graph/errors.ts';
import { OAuthError, oauthErrorBody } from './oauth-error.ts';
import { signingKey } from './signing-key.ts';
import { answersTo } from './tenant.ts';
import { answerTokenRequest } from './token-endpoint.ts';

const tenantPath = /^\/([^/]+)\/(.+)$/;

/** @returns a function that answers what Entra's sign-in host answers; undefined when the path is not one of its. */
export function createEntraEndpoint(world: World): (incoming: Incoming) => Promise<Outcome | undefined> {
  return async (incoming) => {
    const answer = choose(incoming);
    if (!answer) return undefined;
    const entry = world.log.begin({ method: incoming.method, path: incoming.readable, caller: { kind: 'none' } });
    const faults = world.faults.hit({ method: incoming.method, readable: incoming.readable, isPart: false });
    entry.fault = faults.map((fault) => fault.kind).join('+') || null;
    let outcome: Outcome;
    try {
      outcome = await playFaults(faults, incoming.pathname, async () => ({ status: 200, headers: {}, body: await answer() }));
    } catch (error) {
      outcome = refusal(error);
    }
    world.log.end(entry, outcome.status);
    return outcome;
  };

  function choose(incoming: Incoming): (() => Promise<object>) | undefined {
    if (incoming.pathname === '/common/discovery/instance') return async () => instanceDiscovery(world.origin);
    if (incoming.pathname === '/discovery/v2.0/keys') return keys;
    const [, segment = '', rest = ''] = tenantPath.exec(incoming.pathname) ?? [];
    const known = answersTo(segment) || segment === 'common' || segment === 'organizations';
    switch (rest) {
      case 'v2.0/.well-known/openid-configuration':
        return known ? async () => openIdConfiguration(world.origin) : undefined;
      case 'discovery/v2.0/keys':
        return known ? keys : undefined;
      case 'oauth2/v2.0/token':
        if (incoming.method !== 'POST') return undefined;
        return () =>
          answerTokenRequest(segment, {
            form: new URLSearchParams(incoming.body),
            origin: world.origin,
            clientCertificate: world.clientCertificate,
          });
      default:
        return undefined;
    }
  }

  async function keys(): Promise<object> {
    return { keys: [(await signingKey()).jwk] };
  }

  function refusal(error: unknown): Outcome {
    if (error instanceof OAuthError) {
      return {
        status: error.status,
        headers: {},
        body: oauthErrorBody(error, world.origin, world.clock.now()),
        delivery: 'whole',
      };
    }
    if (error instanceof GraphError) {
      const oauth = new OAuthError(
        error.status,
        'temporarily_unavailable',
        90033,
        'A transient error has occurred. Please try again.',
      );
      return {
        status: error.status,
        headers: error.headers,
        body: oauthErrorBody(oauth, world.origin, world.clock.now()),
        delivery: 'whole',
      };
    }
    throw error;
  }
}
