import { z } from 'zod';
import { clouds, isLoopbackHost, type Cloud, type CloudName } from './clouds.ts';
import type { Settings } from './gather.ts';

const origin = z
  .url({ protocol: /^https?$/ })
  .refine((value) => URL.canParse(value) && new URL(value).username === '' && new URL(value).search === '')
  .transform((value) => value.replace(/\/+$/, ''));

/** Settings by which samples and guides redirect the Bot Framework; in production each must be Microsoft's own or absent. */
export function microsoftCloud(settings: Settings): Cloud {
  const names = Object.keys(clouds) as [CloudName, ...CloudName[]];
  const chosen = settings.optional('CLOUD', z.enum(names), {
    is: `one of ${names.join(', ')}`,
    remedy: "Leave CLOUD out for Microsoft's worldwide cloud.",
  });
  const name = chosen ?? 'public';
  const cloud: Cloud = clouds[name];
  const expected: readonly (readonly [string, readonly string[]])[] = [
    ['ToBotFromChannelTokenIssuer', [cloud.issuer]],
    ['ToBotFromChannelOpenIdMetadataUrl', [cloud.openIdMetadataUrl]],
    ['BotOpenIdMetadata', [cloud.openIdMetadataUrl]],
    ['ToBotFromEmulatorOpenIdMetadataUrl', []],
    ['ToChannelFromBotLoginUrl', []],
    ['ToChannelFromBotOAuthScope', [cloud.botScope]],
    ['OAuthUrl', [cloud.oAuthUrl]],
    ['OAuthApiEndpoint', [cloud.oAuthUrl]],
    ['CallerId', []],
    ['ValidateAuthority', ['true']],
    ['ChannelService', name === 'public' ? [] : ['https://botframework.azure.us']],
    ['AUTHORITY_HOST', [cloud.authorityHost]],
    ['AZURE_AUTHORITY_HOST', [cloud.authorityHost]],
    ['GRAPH_BASE_URL', [cloud.graphBaseUrl]],
  ];
  for (const [setting, allowed] of expected) {
    const value = settings.raw(setting)?.replace(/\/+$/, '');
    if (value === undefined || allowed.includes(value)) continue;
    const remedy =
      allowed.length === 0
        ? `Remove ${setting}.`
        : `Remove ${setting}, or set CLOUD to us-gov or us-dod when the tenant is in a government cloud.`;
    settings.wrong(setting, `is not Microsoft's own value for the ${name} cloud`, remedy);
  }
  return cloud;
}

/** A cloud on this machine: the sandbox tenant, or the key server of a test. */
export function localCloud(settings: Settings, profile: 'sandbox' | 'test'): Cloud {
  const local = (name: string, mayBeHttp: boolean, why: string): string => {
    const url = settings.required(name, origin, {
      is: 'an address such as https://localhost:4443',
      remedy: `Set ${name} to the server on this machine.`,
      why,
    });
    if (url === undefined) return '';
    const { hostname, protocol } = new URL(url);
    if (!isLoopbackHost(hostname))
      settings.wrong(
        name,
        'is not on this machine',
        `Set ${name} to localhost, or leave APP_ENV=${profile} to reach a real tenant.`,
      );
    else if (!mayBeHttp && protocol !== 'https:')
      settings.wrong(name, 'is not https', `Start ${name} with https:// (tokens travel there).`);
    return url;
  };
  const authorityHost = local('AUTHORITY_HOST', false, 'tokens of the made-up tenant come from there');
  const graphBaseUrl = local('GRAPH_BASE_URL', false, 'the made-up tenant answers there');
  const isTest = profile === 'test';
  return {
    ...clouds.public,
    authorityHost,
    graphBaseUrl,
    issuer: isTest ? local('ToBotFromChannelTokenIssuer', true, 'tokens must say who issued them') : clouds.public.issuer,
    openIdMetadataUrl: isTest
      ? local('ToBotFromChannelOpenIdMetadataUrl', true, 'the keys of the test come from there')
      : clouds.public.openIdMetadataUrl,
    serviceHosts: [],
    fileHosts: [],
  };
}
