import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { loadEnvironment, readConfig } from '../../bot/config.ts';
import { testEnvironment } from '../helpers/front-door.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'config-'));
const bothInOne = path.join(folder, 'both.pem');
const onlyKey = path.join(folder, 'key.pem');

const production: Readonly<Record<string, string>> = {
  MicrosoftAppId: 'b07b07b0-0000-4000-8000-00000000b071',
  MicrosoftAppTenantId: 'c0470500-5a4d-4b0c-9c0a-c0470500b0cc',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppCertificatePath: bothInOne,
  GRAPH_CLIENT_ID: 'b07b07b0-0000-4000-8000-00000000c001',
  GRAPH_CERTIFICATE_PATH: bothInOne,
  TRIAGE_CHANNEL_ID: '19:abc@thread.tacv2',
  DATABASE_URL: 'postgresql://bot@db.example/helpdesk',
  DATA_KEY: Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64'),
};
const test = testEnvironment({ issuer: 'http://127.0.0.1:1', metadataUrl: 'http://127.0.0.1:1/m' });
const sandbox: Readonly<Record<string, string>> = { ...test, APP_ENV: 'sandbox', DATA_DIR: folder };

type Change = Readonly<Record<string, string | undefined>>;
/** Base, what is changed in it, and the setting the sentence must name. */
const bad: readonly (readonly [title: string, base: Change, change: Change, setting: string])[] = [
  ['no app id', production, { MicrosoftAppId: undefined }, 'MicrosoftAppId'],
  ['an empty app id', production, { MicrosoftAppId: '  ' }, 'MicrosoftAppId'],
  ['an app id that is no GUID', production, { MicrosoftAppId: 'my-bot' }, 'MicrosoftAppId'],
  ['no tenant', production, { MicrosoftAppTenantId: undefined }, 'MicrosoftAppTenantId'],
  ['common as tenant', production, { MicrosoftAppTenantId: 'common' }, 'MicrosoftAppTenantId'],
  ['no app type', production, { MicrosoftAppType: undefined }, 'MicrosoftAppType'],
  ['a multi-tenant bot', production, { MicrosoftAppType: 'MultiTenant' }, 'MicrosoftAppType'],
  ['no credential of the bot', production, { MicrosoftAppCertificatePath: undefined }, 'MicrosoftAppCertificatePath'],
  [
    'a client secret without the flag',
    production,
    { MicrosoftAppCertificatePath: undefined, MicrosoftAppPassword: 'x' },
    'MicrosoftAppPassword',
  ],
  [
    'a client secret without its end',
    production,
    { MicrosoftAppCertificatePath: undefined, MicrosoftAppPassword: 'x', ALLOW_CLIENT_SECRET: 'true' },
    'CLIENT_SECRET_EXPIRES_ON',
  ],
  [
    'a flag that says yes',
    production,
    { MicrosoftAppCertificatePath: undefined, MicrosoftAppPassword: 'x', ALLOW_CLIENT_SECRET: 'yes' },
    'ALLOW_CLIENT_SECRET',
  ],
  ['two credentials', production, { MicrosoftAppPassword: 'x', ALLOW_CLIENT_SECRET: 'true' }, 'MicrosoftAppPassword'],
  ['a managed identity and a certificate', production, { MicrosoftAppType: 'UserAssignedMSI' }, 'MicrosoftAppType'],
  [
    'a certificate that is not there',
    production,
    { MicrosoftAppCertificatePath: '/no/such/file.pem' },
    'MicrosoftAppCertificatePath',
  ],
  ['a certificate file with only the key', production, { MicrosoftAppCertificatePath: onlyKey }, 'MicrosoftAppCertificatePath'],
  ['no reader', production, { GRAPH_CLIENT_ID: undefined }, 'GRAPH_CLIENT_ID'],
  ['the bot as reader', production, { GRAPH_CLIENT_ID: production['MicrosoftAppId']?.toUpperCase() }, 'GRAPH_CLIENT_ID'],
  ['no credential of the reader', production, { GRAPH_CERTIFICATE_PATH: undefined }, 'GRAPH_CERTIFICATE_PATH'],
  ['no triage channel', production, { TRIAGE_CHANNEL_ID: undefined }, 'TRIAGE_CHANNEL_ID'],
  ['a channel with a message', production, { TRIAGE_CHANNEL_ID: '19:abc@thread.tacv2;messageid=1' }, 'TRIAGE_CHANNEL_ID'],
  ['no memory', production, { DATABASE_URL: undefined }, 'DATABASE_URL'],
  ['another database', production, { DATABASE_URL: 'mysql://bot@db/x' }, 'DATABASE_URL'],
  ['no data key', production, { DATA_KEY: undefined }, 'DATA_KEY'],
  ['a short data key', production, { DATA_KEY: 'c2hvcnQ=' }, 'DATA_KEY'],
  ['a data key of zeros', production, { DATA_KEY: Buffer.alloc(32).toString('base64') }, 'DATA_KEY'],
  ['another issuer', production, { ToBotFromChannelTokenIssuer: 'https://issuer.example' }, 'ToBotFromChannelTokenIssuer'],
  ['other keys', production, { ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1/m' }, 'ToBotFromChannelOpenIdMetadataUrl'],
  ['other keys by their old name', production, { BotOpenIdMetadata: 'https://keys.example' }, 'BotOpenIdMetadata'],
  ['another login', production, { ToChannelFromBotLoginUrl: 'https://login.example' }, 'ToChannelFromBotLoginUrl'],
  ['another token service', production, { OAuthUrl: 'https://token.example' }, 'OAuthUrl'],
  [
    'a login host of a government cloud, unasked',
    production,
    { AUTHORITY_HOST: 'https://login.microsoftonline.us' },
    'AUTHORITY_HOST',
  ],
  ['another Graph', production, { GRAPH_BASE_URL: 'https://graph.example' }, 'GRAPH_BASE_URL'],
  ['a host that only starts like Graph', production, { GRAPH_BASE_URL: 'https://graph.microsoft.com.example' }, 'GRAPH_BASE_URL'],
  ['a channel service', production, { ChannelService: 'https://botframework.azure.us' }, 'ChannelService'],
  ['an authority that is not checked', production, { ValidateAuthority: 'false' }, 'ValidateAuthority'],
  ['certificates that are not checked', production, { NODE_TLS_REJECT_UNAUTHORIZED: '0' }, 'NODE_TLS_REJECT_UNAUTHORIZED'],
  ['a cloud nobody knows', production, { CLOUD: 'mars' }, 'CLOUD'],
  ['a port that is a word', production, { PORT: 'http' }, 'PORT'],
  ['port 0 in production', production, { PORT: '0' }, 'PORT'],
  ['port 65536', production, { PORT: '65536' }, 'PORT'],
  ['a level nobody knows', production, { LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ['the sandbox open to the network', sandbox, { HOST: '0.0.0.0' }, 'HOST'],
  ['the sandbox with the real Graph', sandbox, { GRAPH_BASE_URL: 'https://graph.microsoft.com' }, 'GRAPH_BASE_URL'],
  ['the sandbox with the real Entra', sandbox, { AUTHORITY_HOST: 'https://login.microsoftonline.com' }, 'AUTHORITY_HOST'],
  ['the sandbox over plain http', sandbox, { GRAPH_BASE_URL: 'http://localhost:4443' }, 'GRAPH_BASE_URL'],
  ['the test profile open to the network', test, { HOST: '10.0.0.5' }, 'HOST'],
  [
    'the test profile with keys elsewhere',
    test,
    { ToBotFromChannelOpenIdMetadataUrl: 'https://login.example/m' },
    'ToBotFromChannelOpenIdMetadataUrl',
  ],
  ['a profile that is nearly the sandbox', { ...sandbox }, { APP_ENV: 'Sandbox' }, 'GRAPH_BASE_URL'],
];

const messageOf = (env: Change): string => {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof Error);
    return error.message;
  }
  return '';
};

describe('boot-refusal', () => {
  before(() => {
    const key = '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----\n';
    writeFileSync(onlyKey, key);
    writeFileSync(bothInOne, `${key}-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n`);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('accepts the three profiles as they should be', () => {
    assert.equal(readConfig(production).profile, 'production');
    assert.equal(readConfig(production).banner, undefined);
    assert.match(readConfig(sandbox).banner ?? '', /sandbox/i);
    assert.match(readConfig(test).banner ?? '', /test/i);
    assert.equal(
      readConfig({ ...production, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppCertificatePath: undefined }).bot.credential
        .kind,
      'managed-identity',
    );
    assert.equal(
      readConfig({ ...production, CLOUD: 'us-gov', AUTHORITY_HOST: 'https://login.microsoftonline.us/' }).graph.baseUrl,
      'https://graph.microsoft.us',
    );
  });

  for (const [title, base, change, setting] of bad) {
    it(`refuses ${title}`, () => {
      const message = messageOf({ ...base, ...change });
      const sentence = message.split('\n').find((line) => line.startsWith('- ') && line.includes(setting));
      assert.ok(sentence, `no sentence about ${setting} in: ${message}`);
      assert.match(sentence, /\.( |$)/);
    });
  }

  it('tells all mistakes at once', () => {
    const message = messageOf({ PORT: 'x' });
    for (const name of [
      'MicrosoftAppId',
      'MicrosoftAppTenantId',
      'GRAPH_CLIENT_ID',
      'TRIAGE_CHANNEL_ID',
      'DATABASE_URL',
      'DATA_KEY',
      'PORT',
    ])
      assert.match(message, new RegExp(`- ${name} `));
  });

  it('never repeats a value, nor shows a secret when the configuration is printed', () => {
    const canary = 'canary-5ecret';
    const wrong = messageOf(Object.fromEntries(Object.keys(production).map((name) => [name, canary])));
    assert.doesNotMatch(wrong, /canary/);
    const config = readConfig({
      ...test,
      MicrosoftAppPassword: canary,
      GRAPH_CLIENT_SECRET: canary,
      DATABASE_URL: `postgresql://bot:${canary}@localhost/x`,
    });
    assert.doesNotMatch(JSON.stringify(config) + inspect(config, { depth: 9 }) + String(config.dataKey), /canary/);
  });

  it('makes the sandbox a key of its own once and keeps it', () => {
    const own = { ...sandbox, DATA_KEY: undefined, DATA_DIR: path.join(folder, 'own') };
    const first = readConfig(own).dataKey.reveal();
    assert.equal(first.length, 32);
    assert.deepEqual(readConfig(own).dataKey.reveal(), first);
  });

  it('reads env/.env.<APP_ENV> with the real environment on top', () => {
    writeFileSync(path.join(folder, '.env.mine'), 'PORT=1\nHOST=a\n');
    assert.deepEqual(loadEnvironment(folder, { APP_ENV: 'mine', PORT: '2' }), { APP_ENV: 'mine', PORT: '2', HOST: 'a' });
    assert.throws(() => loadEnvironment(folder, { APP_ENV: '../../etc' }), /APP_ENV/);
  });

  it('has a sandbox file and a production example that say what they mean', () => {
    const shipped = new URL('../../env/', import.meta.url);
    assert.equal(readConfig(loadEnvironment(shipped.pathname, { APP_ENV: 'sandbox', DATA_DIR: folder })).profile, 'sandbox');
    const example = readFileSync(new URL('.env.production.example', shipped), 'utf8');
    for (const name of Object.keys(production)) assert.match(example, new RegExp(`^${name}=`, 'm'));
  });

  it('ends the process with the sentence, within five seconds', async () => {
    const tries: readonly (readonly [Change, RegExp])[] = [
      [{ ...production, MicrosoftAppId: undefined }, /MicrosoftAppId is not set/],
      [{ ...sandbox, HOST: '0.0.0.0' }, /HOST would open/],
      [{ ...production, OAuthUrl: 'https://token.example' }, /OAuthUrl is not Microsoft's own/],
    ];
    for (const [env, sentence] of tries) {
      const startedAt = Date.now();
      const { code, text } = await run({ ...env, APP_ENV: env['APP_ENV'] ?? 'refusal-test' });
      assert.ok(code !== 0 && Date.now() - startedAt < 5_000, `exit ${code} after ${Date.now() - startedAt} ms`);
      assert.match(text, sentence);
    }
  });
});

function run(env: Change): Promise<{ code: number | null; text: string }> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
  const child = spawn(process.execPath, [new URL('../../bot/index.ts', import.meta.url).pathname], {
    env: { PATH: process.env['PATH'], ...given },
  });
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, text })));
}
