import assert from 'node:assert/strict';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { bare, leastReader, logReader, reader } from '../../env/sandbox/entra/registrations.ts';
import { rig, type Answered } from './support.ts';

describe('sandbox: tokens', () => {
  const t = rig();

  const request = async (fields: Record<string, string>, tenant = t.sandbox.tenantId): Promise<Answered> => {
    const response = await fetch(`${t.sandbox.url}/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  const good = {
    grant_type: 'client_credentials',
    client_id: reader.clientId,
    client_secret: reader.clientSecret,
    scope: 'https://graph.microsoft.com/.default',
  };

  it('gives an app a signed token with its roles', async () => {
    const { status, body } = await request(good);
    assert.equal(status, 200);
    const configuration: any = await (
      await fetch(`${t.sandbox.url}/${t.sandbox.tenantId}/v2.0/.well-known/openid-configuration`)
    ).json();
    const { payload } = await jwtVerify(body.access_token, createRemoteJWKSet(new URL(configuration.jwks_uri)), {
      issuer: configuration.issuer,
      audience: 'https://graph.microsoft.com',
    });
    assert.deepEqual(payload['roles'], reader.roles);
    assert.equal(payload['appid'], reader.clientId);
  });

  it("refuses a wrong secret, a missing secret, an unknown app and an unknown tenant with Entra's numbers", async () => {
    const number = async (fields: Record<string, string>, tenant?: string): Promise<[number, number]> => {
      const { status, body } = await request(fields, tenant);
      return [status, body.error_codes[0]];
    };
    assert.deepEqual(await number({ ...good, client_secret: 'wrong' }), [401, 7000215]);
    const { client_secret: _secret, ...without } = good;
    assert.deepEqual(await number(without), [401, 7000218]);
    assert.deepEqual(await number({ ...good, client_id: 'b07b07b0-0000-4000-8000-0000000000ff' }), [400, 700016]);
    assert.deepEqual(await number(good, 'fabrikam.example'), [400, 90002]);
  });

  it('refuses scopes that name single permissions, resources it does not know, and grants it does not have', async () => {
    assert.equal((await request({ ...good, scope: 'https://graph.microsoft.com/User.Read.All' })).body.error_codes[0], 1002012);
    assert.equal((await request({ ...good, scope: 'https://vault.example/.default' })).body.error_codes[0], 500011);
    assert.equal((await request({ ...good, grant_type: 'password' })).body.error_codes[0], 70003);
  });

  it('tells instance discovery and keys', async () => {
    const discovery: any = await (await fetch(`${t.sandbox.url}/common/discovery/instance?api-version=1.1`)).json();
    assert.equal(discovery.metadata[0].preferred_network, new URL(t.sandbox.url).host);
    const keys: any = await (await fetch(`${t.sandbox.url}/discovery/v2.0/keys`)).json();
    assert.equal(keys.keys[0].alg, 'RS256');
  });

  it('keeps registrations with fewer permissions apart', () => {
    assert.ok(!leastReader.roles.includes('DeviceManagementApps.Read.All'));
    assert.ok(!logReader.roles.includes('Policy.Read.All'));
    assert.deepEqual(bare.roles, []);
  });

  it('answers 401 to no token, a foreign audience, a forged one and an expired one', async () => {
    const code = async (token: string): Promise<string> => {
      const { status, body } = await t.ask('/organization', { token });
      assert.equal(status, 401);
      return body.error.code;
    };
    const bot = (await request({ ...good, scope: 'https://api.botframework.com/.default' })).body.access_token;
    const expired = await t.sandbox.token({ registration: reader, lifetimeSeconds: -60 });
    for (const token of ['', bot, `${t.token.slice(0, -8)}AAAAAAAA`, expired])
      assert.equal(await code(token), 'InvalidAuthenticationToken');
  });
});
