import { timingSafeEqual } from 'node:crypto';
import { OAuthError } from '../oauth-error.ts';
import { registrations, type Registration } from '../registrations.ts';
import { graphAudiences, issueToken } from '../tokens.ts';
import type { Grant, GrantRequest } from '../token-endpoint.ts';

const lifetimeSeconds = 3599;

/** Other resources the tenant knows: the Bot Framework's channel service. */
const otherAudiences = ['https://api.botframework.com'];

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

function authenticate({ form }: GrantRequest): Registration {
  const clientId = form.get('client_id') ?? '';
  const registration = registrations.find((candidate) => candidate.clientId === clientId.toLowerCase());
  if (!registration) {
    throw new OAuthError(400, 'unauthorized_client', 700016, `Application with identifier '${clientId}' was not found in the directory 'Contoso'.`);
  }
  const secret = form.get('client_secret');
  if (secret === null) {
    throw new OAuthError(401, 'invalid_client', 7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
  }
  if (!same(secret, registration.clientSecret)) {
    throw new OAuthError(401, 'invalid_client', 7000215, `Invalid client secret provided for app '${clientId}'.`);
  }
  return registration;
}

/** @returns the resource of a scope like `https://graph.microsoft.com/.default`; an app may ask for nothing narrower. */
function audienceOf({ form, origin }: GrantRequest): string {
  const scope = form.get('scope') ?? '';
  if (!scope.endsWith('/.default')) {
    throw new OAuthError(400, 'invalid_scope', 1002012, `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`);
  }
  const resource = scope.slice(0, -'/.default'.length).replace(/\/$/, '');
  if (![...graphAudiences(origin), ...otherAudiences].includes(resource)) {
    throw new OAuthError(400, 'invalid_resource', 500011, `The resource principal named ${resource} was not found in the tenant named Contoso.`);
  }
  return resource;
}

/** An app in its own name: client id and secret for a token with the app's permissions. */
export const clientCredentials: Grant = async (request) => {
  const registration = authenticate(request);
  const audience = audienceOf(request);
  const token = await issueToken({ registration, audience, origin: request.origin, lifetimeSeconds });
  return { token_type: 'Bearer', expires_in: lifetimeSeconds, ext_expires_in: lifetimeSeconds, access_token: token };
};
