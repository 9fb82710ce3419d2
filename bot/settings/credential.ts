import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Secret } from '../secret.ts';
import type { Settings } from './gather.ts';

/** How a registration proves who it is. `none` exists in the sandbox only. */
export type Credential =
  | { readonly kind: 'certificate'; readonly path: string }
  | { readonly kind: 'managed-identity' }
  | { readonly kind: 'secret'; readonly secret: Secret }
  | { readonly kind: 'none' };

/** One registration's credential: exactly one of certificate, managed identity, or (by a flag) a client secret. */
export function readCredential(
  settings: Settings,
  of: {
    readonly certificatePath: string;
    readonly clientSecret: string;
    readonly isManagedIdentity: boolean;
    readonly managedIdentityFlag?: string;
    readonly isLocal: boolean;
    readonly why: string;
  },
): Credential | undefined {
  const certificate = settings.raw(of.certificatePath);
  const secret = settings.raw(of.clientSecret);
  const ways = [certificate, secret, of.isManagedIdentity ? 'yes' : undefined].filter((way) => way !== undefined);
  if (ways.length > 1) {
    const other = of.managedIdentityFlag ?? 'MicrosoftAppType=UserAssignedMSI';
    settings.wrong(
      of.certificatePath,
      `is one of several credentials given (${of.certificatePath}, ${of.clientSecret}, ${other})`,
      'Keep exactly one of them.',
    );
    return undefined;
  }
  if (of.isManagedIdentity) return { kind: 'managed-identity' };
  if (certificate !== undefined) return readCertificate(settings, of.certificatePath, certificate);
  if (secret !== undefined) {
    if (!of.isLocal && !settings.flag('ALLOW_CLIENT_SECRET')) {
      settings.wrong(
        of.clientSecret,
        'is a client secret, which anyone who reads it can use from anywhere',
        `Use ${of.certificatePath} or a managed identity, or set ALLOW_CLIENT_SECRET=true to accept the risk.`,
      );
      return undefined;
    }
    return { kind: 'secret', secret: new Secret(secret) };
  }
  settings.missing(
    of.certificatePath,
    `${of.why} (a managed identity, or ${of.clientSecret} with ALLOW_CLIENT_SECRET=true, does as well)`,
  );
  return undefined;
}

/** Entra's libraries want one PEM file with the certificate and its key. */
function readCertificate(settings: Settings, setting: string, path: string): Credential | undefined {
  let pem: string;
  try {
    pem = readFileSync(path, 'utf8');
  } catch {
    settings.wrong(setting, 'names a file that cannot be read', `Set ${setting} to a PEM file this user may read.`);
    return undefined;
  }
  if (!/-----BEGIN CERTIFICATE-----/.test(pem) || !/-----BEGIN (?:RSA |EC )?PRIVATE KEY-----/.test(pem)) {
    settings.wrong(
      setting,
      'names a file without both a certificate and its private key',
      'Put both, in PEM form, into one file.',
    );
    return undefined;
  }
  return { kind: 'certificate', path };
}

/** A client secret dies on a day only Entra's portal knows: the operator writes it down so that the bot can warn in time. */
export function readSecretExpiry(
  settings: Settings,
  credentials: readonly (Credential | undefined)[],
  isLocal: boolean,
): Date | undefined {
  const shape = z.iso.date().transform((day) => new Date(`${day}T00:00:00Z`));
  const expected = { is: 'a day such as 2027-06-30', remedy: 'Copy the earliest expiry of the client secrets from Entra.' };
  if (isLocal || !credentials.some((credential) => credential?.kind === 'secret')) {
    return settings.optional('CLIENT_SECRET_EXPIRES_ON', shape, expected);
  }
  return settings.required('CLIENT_SECRET_EXPIRES_ON', shape, {
    ...expected,
    why: 'the bot could not warn before its client secret ends',
  });
}
