import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AuthenticationConfiguration,
  ConnectorClient,
  ConnectorFactory,
  type AuthenticateRequestResult,
  type ServiceClientCredentials,
} from 'botframework-connector';
import type { Activity } from 'botbuilder';
import type { Config } from '../config.ts';
import { claimsCheck } from './claims.ts';

/** Nothing listens there: a way the SDK should never take ends here. */
const nowhere = 'https://never.invalid/';

/**
 * The SDK's validation of Teams' tokens, given our named settings and never the environment. All of its private-cloud
 * settings are given: naming only some of them would silently blank the others.
 */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  constructor(config: Config) {
    const { cloud, bot, authorityHost, tenantId, profile } = config;
    super(
      {
        ToChannelFromBotLoginUrl: `${authorityHost}/${tenantId}`,
        ToChannelFromBotOAuthScope: cloud.botScope,
        ToBotFromChannelTokenIssuer: cloud.issuer,
        ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadataUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: nowhere,
        OAuthUrl: cloud.oAuthUrl,
        CallerId: 'urn:botframework:azure',
        ValidateAuthority: true,
      },
      {
        // An `aud` that is a list arrives here as it is.
        isValidAppId: async (appId: unknown) => typeof appId === 'string' && appId.toLowerCase() === bot.appId.toLowerCase(),
        // The only profile with an open door; config.ts keeps it on this machine.
        isAuthenticationDisabled: async () => profile === 'sandbox',
        createCredentials: async () => noCredentials,
      },
      new AuthenticationConfiguration(['msteams'], claimsCheck({ issuer: cloud.issuer, appId: bot.appId })),
    );
  }

  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    return { ...(await super.authenticateRequest(activity, authHeader)), connectorFactory: new ClosedConnectors() };
  }

  override createConnectorFactory(): ConnectorFactory {
    return new ClosedConnectors();
  }
}

/** The SDK never holds the bot's token: it is fetched and used in web/connector.ts alone. */
const noCredentials: ServiceClientCredentials = { signRequest: async (request) => request };

/**
 * The SDK's own connector has no time limit, repeats posts that may have arrived, follows redirects with the token and
 * knows nothing of Teams' limits. A turn still needs one; this one refuses, so that everything is said through web/outbound.ts.
 */
class ClosedConnectors extends ConnectorFactory {
  async create(serviceUrl: string): Promise<ConnectorClient> {
    const refuse = (): Promise<never> =>
      Promise.reject(new Error('Say it through web/outbound.ts, not through the turn context.'));
    return new ConnectorClient(noCredentials, { baseUri: serviceUrl, httpClient: { sendRequest: refuse } });
  }
}
