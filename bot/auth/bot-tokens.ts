import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import type { Config } from '../config.ts';

/** The bot's own token for the connector; `undefined` where the connector wants none (the sandbox). */
export type BotTokens = (signal: AbortSignal) => Promise<string | undefined>;

/**
 * Gets and caches the bot's token. Only what the configuration names is tried: no environment, no command line tools, no
 * chain of fallbacks.
 */
export function botTokens(config: Config): BotTokens {
  const credential = credentialOf(config);
  const scope = `${config.cloud.botScope}/.default`;
  return async (abortSignal) => (await credential?.getToken(scope, { abortSignal }))?.token;
}

function credentialOf({ bot, tenantId, authorityHost, profile }: Config): TokenCredential | undefined {
  // Instance discovery would ask Microsoft about an authority that only exists on this machine.
  const options = { authorityHost, disableInstanceDiscovery: profile !== 'production' };
  switch (bot.credential.kind) {
    case 'certificate':
      return new ClientCertificateCredential(tenantId, bot.appId, bot.credential.path, options);
    case 'secret':
      return new ClientSecretCredential(tenantId, bot.appId, bot.credential.secret.reveal(), options);
    case 'managed-identity':
      return new ManagedIdentityCredential({ clientId: bot.appId });
    case 'none':
      return undefined;
  }
}
