import { authenticateClient } from '../client-authentication.ts';
import { OAuthError } from '../oauth-error.ts';
import type { Grant, GrantRequest } from '../token-endpoint.ts';
import { graphAudiences, issueToken } from '../tokens.ts';

const lifetimeSeconds = 3599;

/** Other resources the tenant knows: the Bot Framework's channel service. */
const otherAudiences = ['https://api.botframework.com'];

/** @returns the resource of a scope like `https://graph.microsoft.com/.default`; an app may ask for nothing narrower. */
function audienceOf({ form, origin }: GrantRequest): string {
  const scope = form.get('scope') ?? '';
  if (!scope.endsWith('/.default')) {
    throw new OAuthError(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope with /.default after the resource.`,
    );
  }
  const resource = scope.slice(0, -'/.default'.length).replace(/\/$/, '');
  if (![...graphAudiences(origin), ...otherAudiences].includes(resource)) {
    throw new OAuthError(
      400,
      'invalid_resource',
      500011,
      `The resource principal named ${resource} was not found in the tenant named Contoso.`,
    );
  }
  return resource;
}

/** An app in its own name: secret or certificate for a token with the app's permissions. */
export const clientCredentials: Grant = async (request) => {
  const registration = await authenticateClient(request);
  const audience = audienceOf(request);
  const token = await issueToken({ registration, audience, origin: request.origin, lifetimeSeconds });
  return { token_type: 'Bearer', expires_in: lifetimeSeconds, ext_expires_in: lifetimeSeconds, access_token: token };
};
