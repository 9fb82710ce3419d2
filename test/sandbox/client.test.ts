import assert from 'node:assert/strict';
import { ClientCertificateCredential, ClientSecretCredential } from '@azure/identity';
import { Client } from '@microsoft/microsoft-graph-client';
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';
import { cast } from '../../env/sandbox/people.ts';
import { startSandbox } from '../../env/sandbox/server.ts';
import { rig, trust } from './support.ts';

describe('sandbox: real clients', () => {
  const t = rig({});

  const client = (secret = t.sandbox.clientSecret): Client => {
    const credential = new ClientSecretCredential(t.sandbox.tenantId, t.sandbox.clientId, secret, {
      authorityHost: t.sandbox.url,
      disableInstanceDiscovery: true,
    });
    const { host, hostname } = new URL(t.sandbox.url);
    const authProvider = new TokenCredentialAuthenticationProvider(credential, { scopes: [`${t.sandbox.url}/.default`] });
    return Client.initWithMiddleware({
      authProvider,
      baseUrl: t.sandbox.url,
      defaultVersion: 'v1.0',
      customHosts: new Set([host, hostname]),
    });
  };

  it('lets @azure/identity get a token and the Graph client read over TLS', async () => {
    const answer: any = await client().api(`/users/${cast[0]!.aadObjectId}`).select('id,displayName,accountEnabled').get();
    assert.deepEqual([answer.displayName, answer.accountEnabled], [cast[0]!.name, true]);
  });

  it('lets @azure/identity prove itself by a certificate', async () => {
    const pair = await generate([{ name: 'commonName', value: 'helpdesk reader' }], { algorithm: 'sha256' });
    const own = await startSandbox({ clientCertificate: pair.cert });
    try {
      trust(own.certPath);
      const options = { authorityHost: own.url, disableInstanceDiscovery: true };
      const tokenWith = async (certificate: string): Promise<string | undefined> =>
        (
          await new ClientCertificateCredential(own.tenantId, own.clientId, { certificate }, options).getToken(
            `${own.url}/.default`,
          )
        )?.token;
      assert.ok(await tokenWith(`${pair.private}\n${pair.cert}`));
      const stranger = await generate([{ name: 'commonName', value: 'stranger' }], { algorithm: 'sha256' });
      await assert.rejects(tokenWith(`${stranger.private}\n${stranger.cert}`), /AADSTS700027/);
    } finally {
      await own.stop();
    }
  });

  it('shows the Graph client its errors with status, code and body', async () => {
    await assert.rejects(client().api("/devices(deviceId='00000000-0000-4000-8000-000000000000')").get(), (error: any) => {
      assert.deepEqual([error.statusCode, error.code], [404, 'Request_ResourceNotFound']);
      return true;
    });
  });

  it('refuses @azure/identity with a wrong secret', async () => {
    await assert.rejects(client('wrong').api('/organization').get(), /AADSTS7000215/);
  });

  it('runs as a process of its own, says in one line where, and writes certificate and captures', async function () {
    this.timeout(15_000);
    const dir = mkdtempSync(path.join(tmpdir(), 'sandbox-process-'));
    const env = { ...process.env, SANDBOX_PORT: '0', SANDBOX_CERT_DIR: dir };
    const child = spawn(process.execPath, ['env/sandbox/index.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      assert.match(line.toString(), /^Contoso sandbox ready at https:\/\/localhost:\d+ .*\n$/);
      assert.ok(readdirSync(dir).includes('cert.pem'));
      assert.equal(readdirSync(path.join(dir, 'captures')).length, cast.length);
    } finally {
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number];
      assert.equal(code, 0);
      rmSync(dir, { recursive: true });
    }
  });

  it('exits with one sentence when a setting is wrong', async () => {
    const exits = async (settings: Record<string, string>): Promise<[number, string]> => {
      const child = spawn(process.execPath, ['env/sandbox/index.ts'], {
        env: { ...process.env, ...settings },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let text = '';
      child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
      const [code] = (await once(child, 'close')) as [number];
      return [code, text];
    };
    const [badHost, hostText] = await exits({ SANDBOX_PORT: '0', SANDBOX_HOST: '0.0.0.0', SANDBOX_CERT_DIR: tmpdir() });
    assert.equal(badHost, 1);
    assert.match(hostText, /^SANDBOX_HOST .*\n$/);
    assert.match((await exits({ SANDBOX_PORT: 'many' }))[1], /^SANDBOX_PORT must be .*\n$/);
  });
});
