import { importX509, jwtVerify } from 'jose';
import { timingSafeEqual } from 'node:crypto';
import { OAuthError } from './oauth-error.ts';
import { reader, registrations, type Registration } from './registrations.ts';
import { tenant } from './tenant.ts';
import type { GrantRequest } from './token-endpoint.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Whether a statement signed by the app's private key is good for this endpoint; only the reader has a certificate. */
async function assertionHolds(assertion: string, registration: Registration, request: GrantRequest): Promise<boolean> {
  if (registration !== reader || request.clientCertificate === undefined) return false;
  const endpoint = `${request.origin}/${tenant.id}/oauth2/v2.0/token`;
  try {
    const key = await importX509(request.clientCertificate, 'RS256').catch(() => undefined);
    const pss = await importX509(request.clientCertificate, 'PS256').catch(() => undefined);
    await jwtVerify(
      assertion,
      ({ alg }) => {
        const chosen = alg === 'PS256' ? pss : key;
        if (!chosen) throw new Error('no key');
        return chosen;
      },
      { audience: endpoint, issuer: registration.clientId, subject: registration.clientId, algorithms: ['RS256', 'PS256'] },
    );
    return true;
  } catch {
    return false;
  }
}

/** @returns the app that proves itself by its secret or by an assertion of its certificate. @throws OAuthError */
export async function authenticateClient(request: GrantRequest): Promise<Registration> {
  const { form } = request;
  const clientId = form.get('client_id') ?? '';
  const registration = registrations.find((candidate) => candidate.clientId === clientId.toLowerCase());
  if (!registration) {
    throw new OAuthError(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory 'Contoso'.`,
    );
  }
  const assertion = form.get('client_assertion');
  if (assertion !== null && form.get('client_assertion_type') === assertionType) {
    if (await assertionHolds(assertion, registration, request)) return registration;
    throw new OAuthError(
      401,
      'invalid_client',
      700027,
      'The certificate with identifier used to sign the client assertion is not registered on application.',
    );
  }
  const secret = form.get('client_secret');
  if (secret === null) {
    throw new OAuthError(
      401,
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  if (!same(secret, registration.clientSecret)) {
    throw new OAuthError(401, 'invalid_client', 7000215, `Invalid client secret provided for app '${clientId}'.`);
  }
  return registration;
}
