import { z } from 'zod';

/** What the manifest needs to know of the organisation; every value comes from the environment. */
export interface PackageSettings {
  readonly MicrosoftAppId: string;
  readonly TEAMS_APP_ID: string;
  readonly TEAMS_APP_VERSION: string;
  readonly ORGANIZATION_NAME: string;
  readonly ORGANIZATION_WEBSITE_URL: string;
  readonly PRIVACY_URL: string;
  readonly TERMS_OF_USE_URL: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const guid = z.guid();
const https = z.url({ protocol: /^https$/ }).max(2048);

/**
 * @param version of the product, when TEAMS_APP_VERSION says nothing else; Teams updates an app only when it goes up.
 * @returns the settings, or every mistake as one sentence with the setting's name and the remedy.
 */
export function readSettings(env: Environment, version: string): { readonly settings: PackageSettings } | { readonly mistakes: readonly string[] } {
  const mistakes: string[] = [];
  const read = (name: string, fallback: string | undefined, is: z.ZodType<string>, remedy: string): string => {
    const value = env[name]?.trim() || fallback || '';
    if (!is.safeParse(value).success) mistakes.push(`${name} is ${value === '' ? 'missing' : 'not usable'}: ${remedy}`);
    return value;
  };
  const botId = read('MicrosoftAppId', undefined, guid, "set it to the Application (client) ID of the bot's registration in Entra.");
  const website = read('ORGANIZATION_WEBSITE_URL', undefined, https, 'set it to an https page of your organisation where people find the helpdesk.');
  const settings: PackageSettings = {
    MicrosoftAppId: botId,
    TEAMS_APP_ID: read('TEAMS_APP_ID', botId, guid, 'set it to the app id Teams gave you, or leave it out to use MicrosoftAppId.'),
    TEAMS_APP_VERSION: read('TEAMS_APP_VERSION', version, z.string().regex(/^\d+\.\d+\.\d+$/), 'set it to three numbers such as 1.4.0.'),
    ORGANIZATION_NAME: read('ORGANIZATION_NAME', undefined, z.string().min(1).max(32), 'set it to the name of your organisation, at most 32 characters.'),
    ORGANIZATION_WEBSITE_URL: website,
    PRIVACY_URL: read('PRIVACY_URL', website, https, 'set it to an https page about privacy, or leave it out to use ORGANIZATION_WEBSITE_URL.'),
    TERMS_OF_USE_URL: read('TERMS_OF_USE_URL', website, https, 'set it to an https page with your terms, or leave it out to use ORGANIZATION_WEBSITE_URL.'),
  };
  // What falls back to a setting that is itself missing is one mistake, not two.
  const own = mistakes.filter((mistake) => !/^(TEAMS_APP_ID|PRIVACY_URL|TERMS_OF_USE_URL) is missing/.test(mistake));
  return own.length > 0 ? { mistakes: [...new Set(own)] } : { settings };
}
