import type { GraphDevice } from '../graph-answers.ts';

/** Base64 to text; Entra stores UTF-16LE, so every second byte is zero and drops out. */
function decode(key: string): string {
  if (key.startsWith('X509:')) return key;
  try {
    return atob(key.trim()).replaceAll('\0', '');
  } catch {
    return '';
  }
}

/**
 * SHA-1 thumbprints of the certificates Entra holds for a device: `X509:<SHA1-TP-PUBKEY>` + 40 digits + key hash.
 * @returns undefined when the property was not read; `[]` when the device has no certificate (never registered).
 * @see https://learn.microsoft.com/graph/api/resources/alternativesecurityid
 */
export function registeredThumbprints(device: GraphDevice): string[] | undefined {
  const ids = device.alternativeSecurityIds;
  if (!Array.isArray(ids)) return undefined;
  return ids.flatMap((id) => {
    const match = /^X509:<SHA1-TP-PUBKEY>([0-9a-f]{40})/i.exec(decode(id?.key ?? ''));
    return match?.[1] ? [match[1].toUpperCase()] : [];
  });
}

/** Whether any X509 entry is there at all; a pending hybrid object has none. */
export function hasCertificate(device: GraphDevice): boolean | undefined {
  const ids = device.alternativeSecurityIds;
  if (!Array.isArray(ids)) return undefined;
  return ids.some((id) => decode(id?.key ?? '').startsWith('X509:'));
}

/** Local certificate against Entra's: undefined when one side is unknown. */
export function compareThumbprints(local: string | undefined, device: GraphDevice): 'equal' | 'different' | undefined {
  const known = registeredThumbprints(device);
  if (!local || !/^[0-9a-f]{40}$/i.test(local) || !known || known.length === 0) return undefined;
  return known.includes(local.toUpperCase()) ? 'equal' : 'different';
}
