/**
 * Microsoft's addresses by cloud. The bot sends its tokens to these and believes tokens of these, and nobody else's.
 * @see https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
export interface Cloud {
  /** Entra's sign-in host. */
  readonly authorityHost: string;
  readonly graphBaseUrl: string;
  /** `iss` of the tokens the Bot Connector sends with an activity. */
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
  /** Audience of the bot's own token. */
  readonly botScope: string;
  readonly oAuthUrl: string;
  /** Where an activity may say its connector is: exact hosts, or every host below a domain that starts with a dot. */
  readonly serviceHosts: readonly string[];
  /** Where Teams keeps files people attach. */
  readonly fileHosts: readonly string[];
}

const government = {
  authorityHost: 'https://login.microsoftonline.us',
  issuer: 'https://api.botframework.us',
  openIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  botScope: 'https://api.botframework.us',
  oAuthUrl: 'https://api.botframework.azure.us',
  serviceHosts: ['.teams.microsoft.us', '.botframework.azure.us'],
  fileHosts: ['.sharepoint.us'],
};

export const clouds = {
  public: {
    authorityHost: 'https://login.microsoftonline.com',
    graphBaseUrl: 'https://graph.microsoft.com',
    issuer: 'https://api.botframework.com',
    openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    botScope: 'https://api.botframework.com',
    oAuthUrl: 'https://api.botframework.com',
    serviceHosts: ['smba.trafficmanager.net', '.teams.microsoft.com', '.botframework.com'],
    fileHosts: ['.sharepoint.com'],
  },
  'us-gov': { ...government, graphBaseUrl: 'https://graph.microsoft.us' },
  'us-dod': { ...government, graphBaseUrl: 'https://dod-graph.microsoft.us', fileHosts: ['.sharepoint-mil.us'] },
} as const satisfies Record<string, Cloud>;

export type CloudName = keyof typeof clouds;

/** Is this host one of those, or below one that starts with a dot? */
export const isHostOf = (allowed: readonly string[], host: string): boolean =>
  allowed.some((one) => (one.startsWith('.') ? host.endsWith(one) && host.length > one.length : host === one));

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/** Only this machine. Names that merely resolve to it do not count. */
export const isLoopbackHost = (host: string): boolean => loopbackHosts.has(host.toLowerCase());
