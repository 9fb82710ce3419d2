import { jwtVerify, SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import type { Caller } from '../graph/caller.ts';
import type { Registration } from './registrations.ts';
import { signingKey } from './signing-key.ts';
import { tenant } from './tenant.ts';

const graphAppId = '00000003-0000-0000-c000-000000000000';

/** Names under which Graph takes a token; the server's own address stands for graph.microsoft.com. */
export const graphAudiences = (origin: string): string[] => ['https://graph.microsoft.com', graphAppId, origin];

export interface TokenRequest {
  readonly registration: Registration;
  readonly audience: string;
  readonly origin: string;
  readonly lifetimeSeconds: number;
  /** Present for a token on behalf of a person. */
  readonly person?: { readonly userId: string; readonly scopes: readonly string[]; readonly capabilities?: readonly string[] };
}

/**
 * Issues an access token as Entra's v1 tokens for Graph look: `roles` for an app, `scp` for a person. Tokens live on real
 * time, not on the tenant's clock: client libraries keep them by their own watch.
 */
export async function issueToken(request: TokenRequest): Promise<string> {
  const key = await signingKey();
  const { registration, person } = request;
  const claims = person
    ? {
        scp: person.scopes.join(' '),
        oid: person.userId,
        idtyp: 'user',
        ...(person.capabilities ? { xms_cc: person.capabilities } : {}),
      }
    : { roles: [...registration.roles], oid: registration.clientId, idtyp: 'app' };
  const at = Math.floor(Date.now() / 1000);
  return new SignJWT({ ...claims, appid: registration.clientId, tid: tenant.id, ver: '1.0', uti: randomUUID() })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
    .setIssuer(`${request.origin}/${tenant.id}/v2.0`)
    .setAudience(request.audience)
    .setSubject(person?.userId ?? registration.clientId)
    .setIssuedAt(at)
    .setNotBefore(at)
    .setExpirationTime(at + request.lifetimeSeconds)
    .sign(key.privateKey);
}

/** @returns the caller behind an `Authorization` header, or a sentence that says what is wrong with it. */
export async function readToken(authorization: string | undefined, origin: string): Promise<Caller | string> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (!token) return 'Access token is empty.';
  const key = await signingKey();
  try {
    const { payload } = await jwtVerify(token, key.publicKey, { audience: graphAudiences(origin), algorithms: ['RS256'] });
    const appId = String(payload['appid']);
    if (typeof payload['scp'] === 'string') {
      const capabilities = Array.isArray(payload['xms_cc']) ? payload['xms_cc'].map(String) : [];
      return {
        kind: 'delegated',
        appId,
        userId: String(payload['oid']),
        scopes: payload['scp'].split(' ').filter(Boolean),
        capabilities,
      };
    }
    return { kind: 'app', appId, roles: Array.isArray(payload['roles']) ? payload['roles'].map(String) : [] };
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'ERR_JWT_EXPIRED') return 'Lifetime validation failed, the token is expired.';
    if (code === 'ERR_JWT_CLAIM_VALIDATION_FAILED') return 'Access token validation failure. Invalid audience.';
    return 'CompactToken parsing failed.';
  }
}
