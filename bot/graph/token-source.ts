import type { AccessToken, TokenCredential } from '@azure/identity';
import type { GraphLog } from './log.ts';

/** Asking Entra may not eat the time of the case. */
const askMs = 8_000;
/** A token is renewed this long before it ends, so that it does not end on the way. */
const renewMs = 5 * 60_000;

export interface TokenSource {
  /** The bearer token; one question at Entra however many ask at once. @throws when Entra gives none. */
  get(): Promise<string>;
  /** Graph would not take it: the next `get` asks anew. */
  forget(): void;
}

/** Keeps the reader's app-only token in memory, and only there. */
export function openTokenSource(credential: TokenCredential, scope: string, log: GraphLog): TokenSource {
  let held: AccessToken | undefined;
  let asking: Promise<AccessToken> | undefined;

  const ask = async (): Promise<AccessToken> => {
    try {
      const token = await credential.getToken(scope, { abortSignal: AbortSignal.timeout(askMs) });
      if (!token) throw new Error('Entra answered without a token.');
      held = token;
      return token;
    } catch (error) {
      // The message holds tenant and application ids and now and then more; the number is enough to look it up.
      const code = /AADSTS\d+/.exec(String(error))?.[0] ?? (error instanceof Error ? error.name : 'unknown');
      log.error({ code }, 'Entra gives the reader no token; check the reader\'s application id and its secret, certificate or managed identity');
      throw error;
    } finally {
      asking = undefined;
    }
  };

  return {
    async get() {
      if (held && held.expiresOnTimestamp - Date.now() > renewMs) return held.token;
      asking ??= ask();
      return (await asking).token;
    },
    forget() {
      held = undefined;
    },
  };
}
