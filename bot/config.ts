import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { helpdeskError } from './errors.ts';
import { Secret } from './secret.ts';
import { localCloud, microsoftCloud } from './settings/choose-cloud.ts';
import { isLoopbackHost, type Cloud } from './settings/clouds.ts';
import { readCredential, readSecretExpiry, type Credential } from './settings/credential.ts';
import { keptDataKey } from './settings/data-key.ts';
import { Settings, type Environment } from './settings/gather.ts';

export type { Credential } from './settings/credential.ts';
export type { Environment } from './settings/gather.ts';

/**
 * `production`: Microsoft's clouds only, everything authenticated. `sandbox`: the Playground's open door, on this machine
 * only. `test`: authenticated against a key server on this machine.
 */
export type Profile = 'production' | 'sandbox' | 'test';

export interface Config {
  readonly profile: Profile;
  /** Shown on top of every card; absent in production. */
  readonly banner?: string;
  readonly tenantId: string;
  readonly bot: { readonly appId: string; readonly appType: 'SingleTenant' | 'UserAssignedMSI'; readonly credential: Credential };
  readonly graph: { readonly baseUrl: string; readonly clientId: string; readonly credential: Credential };
  /** Where both registrations get their tokens. */
  readonly authorityHost: string;
  readonly cloud: Cloud;
  readonly triageChannelId: string;
  readonly store: { readonly kind: 'postgres'; readonly url: Secret } | { readonly kind: 'pglite'; readonly folder: string };
  /** 32 bytes; encrypts captures and evidence, and keys the pseudonyms in logs. */
  readonly dataKey: Secret<Uint8Array>;
  readonly host: string;
  /** 0 lets the system choose (not in production). */
  readonly port: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** When the first client secret in use ends; absent without one. */
  readonly secretExpiresAt?: Date;
}

const guid = z.guid();

const aGuid = (name: string, where: string): { is: string; remedy: string } => ({
  is: 'a GUID such as 00000000-0000-0000-0000-000000000000',
  remedy: `Copy ${name} from ${where}.`,
});

/**
 * Reads and checks the whole configuration. `env` is what {@link loadEnvironment} made, or any object in a test.
 * @throws HelpdeskError E_SETTINGS with every mistake in its message: a sentence each, with the setting's name and the remedy.
 */
export function readConfig(env: Environment): Config {
  const settings = new Settings(env);
  const profile = profileOf(settings);
  const isLocal = profile !== 'production';
  const cloud = isLocal ? localCloud(settings, profile) : microsoftCloud(settings);

  const appId = settings.required('MicrosoftAppId', guid, {
    ...aGuid('MicrosoftAppId', "the bot's registration in Entra (Application (client) ID)"),
    why: 'without it the Bot Framework would accept every caller',
  });
  const tenantId = settings.required('MicrosoftAppTenantId', guid, {
    ...aGuid('MicrosoftAppTenantId', "Entra's overview page (Tenant ID)"),
    why: 'the bot serves one tenant and must know which',
  });
  const appType = settings.required('MicrosoftAppType', z.enum(['SingleTenant', 'UserAssignedMSI']), {
    is: 'SingleTenant or UserAssignedMSI',
    remedy: 'Set MicrosoftAppType as the Azure Bot resource shows it; multi-tenant bots are not accepted.',
    why: 'left out, the Bot Framework assumes a multi-tenant bot, and with that no authentication at all without an app id',
  });
  const botCredential: Credential | undefined =
    profile === 'sandbox'
      ? { kind: 'none' }
      : readCredential(settings, {
          certificatePath: 'MicrosoftAppCertificatePath',
          clientSecret: 'MicrosoftAppPassword',
          isManagedIdentity: appType === 'UserAssignedMSI',
          isLocal,
          why: "the bot could not prove to Teams' connector who it is",
        });
  const clientId = settings.required('GRAPH_CLIENT_ID', guid, {
    ...aGuid('GRAPH_CLIENT_ID', "the reader's registration in Entra (Application (client) ID)"),
    why: 'the bot reads Graph with a registration of its own',
  });
  if (clientId !== undefined && !isLocal && clientId.toLowerCase() === appId?.toLowerCase()) {
    settings.wrong(
      'GRAPH_CLIENT_ID',
      'is the same registration as MicrosoftAppId',
      'Register a second app that only reads Graph, and leave the bot without any Graph permission.',
    );
  }
  const graphCredential = readCredential(settings, {
    certificatePath: 'GRAPH_CERTIFICATE_PATH',
    clientSecret: 'GRAPH_CLIENT_SECRET',
    isManagedIdentity: settings.flag('GRAPH_MANAGED_IDENTITY'),
    managedIdentityFlag: 'GRAPH_MANAGED_IDENTITY',
    isLocal,
    why: 'the bot could not read Graph',
  });
  const triageChannelId = settings.required('TRIAGE_CHANNEL_ID', z.string().regex(/^19:[^;\s]+@thread\.(tacv2|skype|v2)$/), {
    is: "a channel's id such as 19:…@thread.tacv2",
    remedy: 'Take it from the channel’s link in Teams (“Get link to channel”, decoded) without anything after a semicolon.',
    why: 'cases would have no channel to appear in',
  });
  const store = readStore(settings, isLocal);
  const dataKey = readDataKey(settings, isLocal);
  const { host, port } = readAddress(settings, isLocal);
  const logLevel = settings.optional('LOG_LEVEL', z.enum(['debug', 'info', 'warn', 'error']), {
    is: 'one of debug, info, warn, error',
    remedy: 'Leave LOG_LEVEL out for info.',
  });
  const secretExpiresAt = readSecretExpiry(settings, [botCredential, graphCredential], isLocal);
  if (!isLocal && settings.raw('NODE_TLS_REJECT_UNAUTHORIZED') === '0') {
    settings.wrong(
      'NODE_TLS_REJECT_UNAUTHORIZED',
      'switches the check of certificates off',
      'Remove it; name a company certificate authority in NODE_EXTRA_CA_CERTS instead.',
    );
  }

  if (settings.mistakes.length > 0) throw helpdeskError('E_SETTINGS', { mistakes: settings.mistakes });
  return {
    profile,
    ...(isLocal ? { banner: settings.raw('BANNER') ?? banners[profile] } : {}),
    tenantId: must(tenantId).toLowerCase(),
    bot: { appId: must(appId), appType: must(appType), credential: must(botCredential) },
    graph: { baseUrl: cloud.graphBaseUrl, clientId: must(clientId), credential: must(graphCredential) },
    authorityHost: cloud.authorityHost,
    cloud,
    triageChannelId: must(triageChannelId),
    store: must(store),
    dataKey: must(dataKey),
    host: must(host),
    port: must(port),
    logLevel: logLevel ?? 'info',
    ...(secretExpiresAt ? { secretExpiresAt } : {}),
  };
}

const banners = {
  sandbox: 'Sandbox: made-up people and devices of Contoso. Nothing here touches a real tenant.',
  test: 'Test rig: this bot talks to servers on one machine, not to Microsoft.',
} as const;

/** Everything that is `undefined` here has already been noted as a mistake. */
function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A setting is missing although no mistake was noted.');
  return value;
}

function profileOf(settings: Settings): Profile {
  const appEnv = settings.raw('APP_ENV');
  return appEnv === 'sandbox' || appEnv === 'test' ? appEnv : 'production';
}

function readStore(settings: Settings, isLocal: boolean): Config['store'] | undefined {
  const url = settings.optional('DATABASE_URL', z.url({ protocol: /^postgres(ql)?$/ }), {
    is: 'an address such as postgresql://user@host:5432/database',
    remedy: 'Set DATABASE_URL to a PostgreSQL database, or remove it to use the folder DATA_DIR.',
  });
  if (url !== undefined) return { kind: 'postgres', url: new Secret(url) };
  const folder = dataFolder(settings, isLocal);
  if (folder !== undefined) return { kind: 'pglite', folder: path.join(folder, 'database') };
  if (settings.raw('DATABASE_URL') === undefined)
    settings.missing('DATABASE_URL', 'the bot would have no memory (DATA_DIR, a folder, does for one instance)');
  return undefined;
}

const dataFolder = (settings: Settings, isLocal: boolean): string | undefined =>
  settings.raw('DATA_DIR') ?? (isLocal ? path.join('.data', 'bot') : undefined);

const base64Of32Bytes = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/)
  .transform((text) => Uint8Array.from(Buffer.from(text, 'base64')));

function readDataKey(settings: Settings, isLocal: boolean): Secret<Uint8Array> | undefined {
  const make =
    "Make one with: node -p \"require('node:crypto').randomBytes(32).toString('base64')\", and keep it: without it stored captures cannot be read.";
  const key = settings.optional('DATA_KEY', base64Of32Bytes, { is: '32 bytes in base64', remedy: make });
  if (key !== undefined) {
    if (key.every((byte) => byte === key[0])) settings.wrong('DATA_KEY', 'is the same byte 32 times over', make);
    return new Secret(key);
  }
  if (settings.raw('DATA_KEY') !== undefined) return undefined;
  if (isLocal) return keptDataKey(settings, dataFolder(settings, isLocal) ?? '.');
  settings.missing('DATA_KEY', `captures are kept encrypted. ${make.slice(0, -1)}`);
  return undefined;
}

function readAddress(settings: Settings, isLocal: boolean): { host?: string; port?: number } {
  const host = settings.raw('HOST') ?? (isLocal ? '127.0.0.1' : '0.0.0.0');
  if (isLocal && !isLoopbackHost(host)) {
    settings.wrong(
      'HOST',
      'would open this door to other machines, where nothing is authenticated as in production',
      'Set HOST to 127.0.0.1, or leave it out.',
    );
  }
  const lowest = isLocal ? 0 : 1;
  const port = settings.optional(
    'PORT',
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.int().min(lowest).max(65535)),
    {
      is: `a port number from ${lowest} to 65535`,
      remedy: 'Leave PORT out for 3978.',
    },
  );
  return { host, port: port ?? (settings.raw('PORT') === undefined ? 3978 : undefined) };
}

/**
 * The environment the configuration is read from: `env/.env.<APP_ENV>` (APP_ENV defaults to production) with the real
 * environment on top. A file that does not exist adds nothing.
 */
export function loadEnvironment(folder: string, env: Environment = process.env): Environment {
  const name = env['APP_ENV']?.trim() || 'production';
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) {
    const remedy = 'Set APP_ENV to a word of small letters, digits and dashes, such as production.';
    throw helpdeskError('E_SETTING_INVALID', { setting: 'APP_ENV', why: 'cannot be part of a file name', remedy });
  }
  try {
    const file = parseEnv(readFileSync(path.join(folder, `.env.${name}`), 'utf8')) as Record<string, string>;
    return { ...file, ...env };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return env;
    throw error;
  }
}
