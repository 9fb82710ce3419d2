import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { helpdeskError } from '../errors.ts';
import type { Sql } from './sql.ts';

const FORMAT = 1;
const HEADER_BYTES = 1 + 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps what names a person unreadable on disk. A sealed value is `format, key id, nonce, tag, ciphertext`; the context
 * (what it is and whose) is authenticated with it, so a row copied to another case does not open.
 */
export interface Sealer {
  seal(value: unknown, context: string): Uint8Array;
  /** @throws plainly when the bytes were changed, moved to another context, or sealed with another key */
  open<T>(sealed: Uint8Array, context: string): T;
  /** A pseudonym: the same for the same text under the same key, and nothing can be read back from it. */
  pseudonym(kind: 'person' | 'device' | 'conversation' | 'activity', text: string): string;
}

/** @param dataKey 32 bytes; the encrypting and the naming key are derived from it */
export function makeSealer(dataKey: Uint8Array): Sealer {
  if (dataKey.byteLength !== 32) {
    throw helpdeskError('E_SETTING_INVALID', {
      setting: 'DATA_KEY',
      why: `has ${dataKey.byteLength} bytes where 32 are needed`,
      remedy: 'Make one with: openssl rand -base64 32',
    });
  }
  const sealingKey = derive(dataKey, 'seal');
  const namingKey = derive(dataKey, 'name');
  const keyId = createHash('sha256').update(sealingKey).digest().subarray(0, 4);
  const header = Buffer.concat([Buffer.of(FORMAT), keyId]);

  return {
    seal(value, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([header, nonce, cipher.getAuthTag(), body]);
    },
    open<T>(sealed: Uint8Array, context: string): T {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      if (!bytes.subarray(0, HEADER_BYTES).equals(header)) throw new Error(`Not sealed with this key: ${context}`);
      const nonceEnd = HEADER_BYTES + NONCE_BYTES;
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, bytes.subarray(HEADER_BYTES, nonceEnd))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(nonceEnd, nonceEnd + TAG_BYTES));
      const body = Buffer.concat([decipher.update(bytes.subarray(nonceEnd + TAG_BYTES)), decipher.final()]);
      return JSON.parse(body.toString('utf8')) as T;
    },
    pseudonym: (kind, text) => createHmac('sha256', namingKey).update(`${kind}:${text}`).digest('base64url'),
  };
}

function derive(dataKey: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `caa50021-helpdesk/${use}`, 32));
}

/**
 * Refuses a database that was written with another key: its people would silently become strangers.
 * @throws E_SETTING_INVALID
 */
export async function checkKey(sql: Sql, sealer: Sealer): Promise<void> {
  await sql.query(`insert into helpdesk.settings (name, value) values ('key-check', $1) on conflict (name) do nothing`, [
    sealer.seal('key-check', 'key-check'),
  ]);
  const [row] = await sql.query<{ value: Uint8Array }>(`select value from helpdesk.settings where name = 'key-check'`);
  try {
    if (row) sealer.open(row.value, 'key-check');
  } catch (error) {
    throw helpdeskError(
      'E_SETTING_INVALID',
      {
        setting: 'DATA_KEY',
        why: 'is not the key this database was written with',
        remedy: 'Set DATA_KEY back to the former key, or start with an empty database.',
      },
      error,
    );
  }
}
