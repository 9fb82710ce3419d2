import type { SecretKind } from '../understand/secrets.ts';

const names: Record<SecretKind, string> = {
  'recovery-key': 'a recovery key',
  password: 'a password or PIN',
  pass: 'an access pass',
  token: 'a sign-in token',
};

/** Said to somebody who has typed what looks like a secret: no blame, and what to do. It never repeats the secret. */
export function secretWarning(secret: SecretKind): string {
  const change = secret === 'password' ? ' If it was your real one, please tell your helpdesk in person or by phone.' : '';
  return (
    `That looked like ${names[secret]}. I have not kept it, and I will never ask for one. ` +
    `Please delete your message here, so that nobody else can read it.${change}`
  );
}
