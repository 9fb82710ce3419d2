import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Where clients find the certificate, for `NODE_EXTRA_CA_CERTS`. */
  readonly certPath: string;
}

/** Makes a certificate for this machine's own names; the key stays in memory, the certificate goes to `cert.pem` in `dir`. */
export async function makeCertificate(dir: string): Promise<Certificate> {
  // clients look certificates up by subject: two sandboxes that one process trusts must not share it
  const commonName = `Contoso sandbox ${randomUUID().slice(0, 8)}`;
  const made = await generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  await mkdir(dir, { recursive: true });
  const certPath = path.resolve(dir, 'cert.pem');
  await writeFile(certPath, made.cert);
  return { key: made.private, cert: made.cert, certPath };
}
