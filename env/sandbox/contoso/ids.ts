import { hash } from 'node:crypto';

/** A GUID that is always the same for the same name, in the shape of a random one. */
export function guid(name: string): string {
  const hex = hash('sha256', `contoso/${name}`, 'hex');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A certificate thumbprint: 40 upper-case hexadecimal digits. */
export const thumbprint = (name: string): string => hash('sha1', `contoso/${name}`, 'hex').toUpperCase();

/**
 * The key under which a device object remembers its certificate: base64 of UTF-16 text holding the thumbprint and a
 * hash of the public key.
 */
export function certificateKey(certificateThumbprint: string): string {
  const publicKeyHash = hash('sha256', certificateThumbprint, 'base64');
  return Buffer.from(`X509:<SHA1-TP-PUBKEY>${certificateThumbprint}${publicKeyHash}`, 'utf16le').toString('base64');
}
