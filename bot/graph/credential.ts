import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';

/** How the reader registration proves itself; a certificate or managed identity is to be preferred. */
export type ReaderCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; /** PEM with certificate and key. */ readonly path: string }
  | { readonly kind: 'managed-identity'; readonly clientId?: string };

const microsoftAuthorities = ['login.microsoftonline.com', 'login.microsoftonline.us', 'login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'];

/** Entra's own client for that proof. A redirect is never followed: it would carry the proof to another host. */
export function openCredential(options: {
  authorityHost: string;
  tenantId: string;
  clientId: string;
  credential: ReaderCredential;
}): TokenCredential {
  const { tenantId, clientId, credential } = options;
  const authority = new URL(options.authorityHost);
  if (authority.protocol !== 'https:') throw new TypeError('The authority host must begin with https://.');
  const shared = {
    authorityHost: authority.origin,
    // Instance discovery asks login.microsoft.com about the authority: for any other host that is a stranger's door.
    disableInstanceDiscovery: !microsoftAuthorities.includes(authority.hostname),
    redirectOptions: { maxRetries: 0 },
    retryOptions: { maxRetries: 1, retryDelayInMs: 300, maxRetryDelayInMs: 1_000 },
  };
  switch (credential.kind) {
    case 'secret':
      return new ClientSecretCredential(tenantId, clientId, credential.secret, shared);
    case 'certificate':
      return new ClientCertificateCredential(tenantId, clientId, { certificatePath: credential.path }, shared);
    case 'managed-identity':
      return credential.clientId ? new ManagedIdentityCredential({ clientId: credential.clientId }) : new ManagedIdentityCredential();
  }
}
