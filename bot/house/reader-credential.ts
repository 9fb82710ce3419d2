import type { Config } from '../config.ts';
import type { ReaderCredential } from '../graph/credential.ts';

/** The configured credential in the words of the Graph window. */
export function readerCredential({ credential, clientId }: Config['graph']): ReaderCredential {
  switch (credential.kind) {
    case 'certificate':
      return credential;
    case 'managed-identity':
      return { kind: 'managed-identity', clientId };
    case 'secret':
      return { kind: 'secret', secret: credential.secret.reveal() };
    case 'none':
      throw new Error('The reader always has a credential; only the bot registration may go without in the sandbox.');
  }
}
