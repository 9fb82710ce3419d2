import { clientCredentials } from './grants/client-credentials.ts';
import { OAuthError } from './oauth-error.ts';
import { answersTo } from './tenant.ts';

export interface GrantRequest {
  readonly form: URLSearchParams;
  readonly origin: string;
  /** PEM of the certificate that the reader may sign with instead of sending its secret. */
  readonly clientCertificate: string | undefined;
}

/** One way to get a token. @throws OAuthError */
export type Grant = (request: GrantRequest) => Promise<object>;

/** The grants this tenant knows; a further one is a file beside these and a line here. */
const grants: Readonly<Record<string, Grant>> = {
  client_credentials: clientCredentials,
};

/** @throws OAuthError */
export async function answerTokenRequest(tenantSegment: string, request: GrantRequest): Promise<object> {
  if (!answersTo(tenantSegment)) {
    throw new OAuthError(
      400,
      'invalid_request',
      90002,
      `Tenant '${tenantSegment}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
    );
  }
  const name = request.form.get('grant_type') ?? '';
  const grant = Object.hasOwn(grants, name) ? grants[name] : undefined;
  if (!grant)
    throw new OAuthError(400, 'unsupported_grant_type', 70003, `The app requested an unsupported grant type '${name}'.`);
  return grant(request);
}
