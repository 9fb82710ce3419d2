import { decodeJwt, decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import type { ServiceUrlCheck } from './service-url.ts';

/**
 * The gate before the Bot Framework's adapter. The SDK behind it keeps doors open that Teams never uses (Emulator, skill and
 * Ase tokens, bodies without a serviceUrl, a body without a type that ends the process): none of these may reach it. What
 * passes here is only well-formed; the signature is checked afterwards.
 */
export interface GateRules {
  readonly appId: string;
  readonly issuer: string;
  readonly isServiceUrl: ServiceUrlCheck;
  /** False in the sandbox, whose Playground has no token to send. */
  readonly demandsToken: boolean;
}

/** Why a request went no further: a status for the caller, who learns nothing else, and a word for our own counting. */
export interface GateRefusal {
  readonly status: 400 | 401 | 403 | 405 | 408 | 413 | 415 | 503;
  readonly reason: string;
}

export const maxBodyBytes = 256 * 1024;

export interface RequestHead {
  readonly method: string;
  /** Every value that was sent, by lower-case name: Node's `headersDistinct`. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
}

const refuse = (status: GateRefusal['status'], reason: string): GateRefusal => ({ status, reason });

/** Looks at the request before a byte of its body is read. */
export function refuseHead(head: RequestHead, rules: GateRules): GateRefusal | undefined {
  if (head.method !== 'POST') return refuse(405, 'method');
  const contentTypes = head.headers['content-type'] ?? [];
  if (contentTypes.length !== 1 || !/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(contentTypes[0] ?? '')) {
    return refuse(415, 'content-type');
  }
  if (head.headers['content-encoding'] !== undefined) return refuse(415, 'content-encoding');
  const length = head.headers['content-length']?.[0];
  if (length !== undefined && Number(length) > maxBodyBytes) return refuse(413, 'too-large');
  return rules.demandsToken ? refuseToken(head.headers['authorization'] ?? [], rules.issuer) : undefined;
}

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;
const signingAlgorithms = ['RS256', 'RS384', 'RS512'];
/**
 * Claims of Entra tokens. The SDK takes a token with `tid` for an Emulator's and adds that tenant to the issuers it believes,
 * before it has checked any signature; one with `appid` or `azp` it may take for a skill's. The Connector sends none of them.
 */
const foreignClaims = ['tid', 'appid', 'azp'];

function refuseToken(authorization: readonly string[], issuer: string): GateRefusal | undefined {
  if (authorization.length === 0) return refuse(401, 'no-token');
  const token = authorization.length === 1 ? bearer.exec(authorization[0] ?? '')?.[1] : undefined;
  if (token === undefined) return refuse(401, 'token-form');
  try {
    const header = decodeProtectedHeader(token);
    const claims = decodeJwt(token);
    if (!signingAlgorithms.includes(String(header.alg)) || typeof header.kid !== 'string') return refuse(401, 'token-header');
    if (claims.iss !== issuer) return refuse(401, 'token-issuer');
    if (foreignClaims.some((name) => name in claims)) return refuse(401, 'token-foreign');
    return undefined;
  } catch {
    return refuse(401, 'token-form');
  }
}

/** The few fields the gate itself looks at; everything else is read behind it. */
const gateShape = z.looseObject({
  type: z.string().min(1).max(64),
  channelId: z.string(),
  serviceUrl: z.string(),
  recipient: z.looseObject({ id: z.string() }),
  deliveryMode: z.string().optional(),
});

export type GateActivity = z.infer<typeof gateShape>;

/** Looks at the parsed body. */
export function refuseBody(body: unknown, rules: GateRules): GateRefusal | GateActivity {
  const parsed = gateShape.safeParse(body);
  if (!parsed.success) return refuse(400, 'shape');
  const activity = parsed.data;
  if (activity.channelId !== 'msteams') return refuse(403, 'channel');
  if (activity.recipient.id.toLowerCase() !== `28:${rules.appId.toLowerCase()}`) return refuse(403, 'recipient');
  if (!rules.isServiceUrl(activity.serviceUrl)) return refuse(403, 'service-url');
  // `expectReplies` and its kin would have the SDK answer in the HTTP response, past our own sending.
  if (activity.deliveryMode !== undefined && activity.deliveryMode !== 'normal') return refuse(400, 'delivery-mode');
  return activity;
}

export const isRefusal = (answer: GateRefusal | GateActivity): answer is GateRefusal =>
  'reason' in answer && 'status' in answer && !('channelId' in answer);
