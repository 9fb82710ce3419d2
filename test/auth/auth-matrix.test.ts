import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { createSecretKey } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { hushSdk } from '../../bot/web/adapter.ts';
import { activity, appId, startDoor, tenantId, type DoorRig } from '../helpers/front-door.ts';
import { sendRaw, type RawRequest } from '../helpers/raw-request.ts';

/** Hostile requests, each with its one fault; everything else about them is as Teams sends it. */
type Hostile = (rig: DoorRig) => Promise<RawRequest> | RawRequest;

const now = (): number => Math.floor(Date.now() / 1000);
const json = ['content-type', 'application/json'] as const;
const goodBody = (rig: DoorRig, change: Record<string, unknown> = {}): string =>
  JSON.stringify(activity(rig.connector.url, change));
const good = async (rig: DoorRig): Promise<string> => `Bearer ${await rig.token()}`;
const goodClaims = (rig: DoorRig): Record<string, unknown> => ({
  iss: rig.keys.issuer,
  aud: appId,
  serviceurl: rig.connector.url,
  nbf: now() - 60,
  exp: now() + 3600,
});

const withAuthorization =
  (make: (rig: DoorRig) => Promise<string> | string): Hostile =>
  async (rig) => ({
    headers: [json, ['authorization', await make(rig)]],
    body: goodBody(rig),
  });
/** A token signed with a good key, with these claims changed (`undefined` takes one away). */
const withClaims = (
  change: (rig: DoorRig) => Record<string, unknown>,
  kid: 'teams' | 'webchat' | 'stranger' = 'teams',
): Hostile => withAuthorization(async (rig) => `Bearer ${await rig.keys.sign({ ...goodClaims(rig), ...change(rig) }, { kid })}`);
const withBody =
  (change: Record<string, unknown>, claims: Record<string, unknown> = {}): Hostile =>
  async (rig) => ({
    headers: [json, ['authorization', `Bearer ${await rig.token(claims)}`]],
    body: goodBody(rig, change),
  });
const withHeaders =
  (headers: readonly (readonly [string, string])[], body?: (rig: DoorRig) => string | Uint8Array): Hostile =>
  async (rig) => ({
    headers: [...headers, ['authorization', await good(rig)]],
    body: body?.(rig) ?? goodBody(rig),
  });
const withText = (text: string | Uint8Array): Hostile => withHeaders([json], () => text);

const entra = (version: 'v1' | 'v2', tenant = tenantId): string =>
  version === 'v1' ? `https://sts.windows.net/${tenant}/` : `https://login.microsoftonline.com/${tenant}/v2.0`;
const elsewhere = '11111111-2222-4333-8444-555555555555';

const hostile: Readonly<Record<string, Hostile>> = {
  'no token': (rig) => ({ headers: [json], body: goodBody(rig) }),
  'an empty Authorization': withAuthorization(() => ''),
  'Bearer without a token': withAuthorization(() => 'Bearer '),
  'Basic instead of Bearer': withAuthorization(() => 'Basic dXNlcjpwYXNz'),
  'bearer in small letters': withAuthorization(async (rig) => (await good(rig)).replace('Bearer', 'bearer')),
  'two spaces after Bearer': withAuthorization(async (rig) => (await good(rig)).replace(' ', '  ')),
  'a token of two parts': withAuthorization(async (rig) => (await good(rig)).split('.').slice(0, 2).join('.')),
  'a token of four parts': withAuthorization(async (rig) => `${await good(rig)}.more`),
  'a token that is not base64url': withAuthorization(() => 'Bearer a+/=.b+/=.c+/='),
  'a token whose parts are not JSON': withAuthorization(() => 'Bearer aaaa.bbbb.cccc'),
  'a token whose claims are a list': withAuthorization(() => `Bearer ${part({ alg: 'RS256', kid: 'teams' })}.${part([1])}.c2ln`),
  'a token whose claims are null': withAuthorization(() => `Bearer ${part({ alg: 'RS256', kid: 'teams' })}.${part(null)}.c2ln`),
  'two tokens': async (rig) => ({
    headers: [json, ['authorization', await good(rig)], ['authorization', await good(rig)]],
    body: goodBody(rig),
  }),
  'two tokens in one header': withAuthorization(async (rig) => `${await good(rig)}, ${await good(rig)}`),
  'an unsigned token (alg none)': withAuthorization((rig) => `Bearer ${new UnsecuredJWT(goodClaims(rig)).encode()}`),
  'alg none with a signature': withAuthorization(
    (rig) => `Bearer ${part({ alg: 'none', kid: 'teams' })}.${part(goodClaims(rig))}.c2ln`,
  ),
  'HS256 with a made-up secret': withAuthorization(
    async (rig) =>
      `Bearer ${await new SignJWT(goodClaims(rig)).setProtectedHeader({ alg: 'HS256', kid: 'teams' }).sign(createSecretKey(Buffer.alloc(32, 1)))}`,
  ),
  'a signature that was changed': withAuthorization(async (rig) => {
    const [head, claims] = (await good(rig)).split('.');
    return `${head}.${claims}.${Buffer.alloc(256, 5).toString('base64url')}`;
  }),
  'claims that were changed after signing': withAuthorization(async (rig) => {
    const [head, , signature] = (await good(rig)).split('.');
    return `${head}.${part({ ...goodClaims(rig), exp: now() + 7200 })}.${signature}`;
  }),
  'a key that is not published': withClaims(() => ({}), 'stranger'),
  'no kid': withAuthorization(async (rig) => `Bearer ${await rig.keys.sign(goodClaims(rig), { header: { kid: undefined } })}`),
  'a kid that is a number': withAuthorization(
    async (rig) => `Bearer ${await rig.keys.sign(goodClaims(rig), { header: { kid: 5 } })}`,
  ),
  'a published kid over a stranger’s signature': withAuthorization(
    async (rig) => `Bearer ${await rig.keys.sign(goodClaims(rig), { kid: 'stranger', header: { kid: 'teams' } })}`,
  ),
  'a key endorsed for another channel': withClaims(() => ({}), 'webchat'),
  'another issuer': withClaims(() => ({ iss: 'https://issuer.example' })),
  'no issuer': withClaims(() => ({ iss: undefined })),
  'the issuer in a list': withClaims((rig) => ({ iss: [rig.keys.issuer] as never })),
  'the issuer with a slash more': withClaims((rig) => ({ iss: `${rig.keys.issuer}/` })),
  'an Emulator token of our tenant (v1)': withClaims(() => ({ iss: entra('v1'), tid: tenantId, appid: appId, ver: '1.0' })),
  'an Emulator token of our tenant (v2)': withClaims(() => ({ iss: entra('v2'), tid: tenantId, azp: appId, ver: '2.0' })),
  'an Emulator token of another tenant (v1)': withClaims(() => ({
    iss: entra('v1', elsewhere),
    tid: elsewhere,
    appid: appId,
    ver: '1.0',
  })),
  'an Emulator token of another tenant (v2)': withClaims(() => ({
    iss: entra('v2', elsewhere),
    tid: elsewhere,
    azp: appId,
    ver: '2.0',
  })),
  'an Emulator token of Microsoft’s own tenant': withClaims(() => ({
    iss: entra('v1', 'd6d49420-f39b-4df7-a1dc-d59a935871db'),
    appid: appId,
    ver: '1.0',
  })),
  'the right issuer with a tenant beside it': withClaims(() => ({ tid: elsewhere })),
  'a skill token': withClaims(() => ({ ver: '1.0', appid: elsewhere })),
  'a skill token (v2)': withClaims(() => ({ ver: '2.0', azp: elsewhere })),
  'an anonymous skill': withClaims(() => ({ appid: 'AnonymousSkill' })),
  'another audience': withClaims(() => ({ aud: elsewhere })),
  'no audience': withClaims(() => ({ aud: undefined })),
  'the audience in a list': withClaims(() => ({ aud: [appId, elsewhere] })),
  'the Bot Framework as audience': withClaims(() => ({ aud: 'https://api.botframework.com' })),
  'no expiry': withClaims(() => ({ exp: undefined })),
  'an expiry that is a text': withClaims(() => ({ exp: '9999999999' })),
  'expired ten minutes ago': withClaims(() => ({ exp: now() - 600 })),
  'not valid for another hour': withClaims(() => ({ nbf: now() + 3600, exp: now() + 7200 })),
  'valid for a year': withClaims(() => ({ exp: now() + 365 * 86_400 })),
  'valid for 25 hours': withClaims(() => ({ nbf: now() - 3_600, exp: now() + 86_500 })),
  'a serviceurl of somebody else in the token': withClaims(() => ({ serviceurl: 'https://smba.trafficmanager.net/emea/' })),
  'no serviceurl in the token': withClaims(() => ({ serviceurl: undefined })),
  'an empty serviceurl in the token': withClaims(() => ({ serviceurl: '' })),
  'a serviceurl that is a number': withClaims(() => ({ serviceurl: 5 })),

  'no serviceUrl in the body': withBody({ serviceUrl: undefined }),
  'an empty serviceUrl': withBody({ serviceUrl: '' }, { serviceurl: '' }),
  'a serviceUrl elsewhere': withBody({ serviceUrl: 'https://attacker.example/' }, { serviceurl: 'https://attacker.example/' }),
  'a serviceUrl with a password in it': withBody(
    { serviceUrl: 'http://a:b@127.0.0.1/' },
    { serviceurl: 'http://a:b@127.0.0.1/' },
  ),
  'a serviceUrl that looks like this machine': withBody(
    { serviceUrl: 'http://127.0.0.1.attacker.example/' },
    { serviceurl: 'http://127.0.0.1.attacker.example/' },
  ),
  'a serviceUrl that is a file': withBody({ serviceUrl: 'file:///etc/passwd' }, { serviceurl: 'file:///etc/passwd' }),
  'a serviceUrl that is a list': withBody({ serviceUrl: ['http://127.0.0.1/'] }),
  'the Ase channel': withBody({ channelId: 'AseChannel' }),
  'the emulator channel': withBody({ channelId: 'emulator' }),
  'Direct Line': withBody({ channelId: 'directline' }),
  'no channel': withBody({ channelId: undefined }),
  'an empty channel': withBody({ channelId: '' }),
  'msteams in capitals': withBody({ channelId: 'MSTEAMS' }),
  'no type': withBody({ type: undefined }),
  'an empty type': withBody({ type: '' }),
  'a type that is a number': withBody({ type: 1 }),
  'a type that is an object': withBody({ type: { toString: 'message' } }),
  'no recipient': withBody({ recipient: undefined }),
  'another bot as recipient': withBody({ recipient: { id: `28:${elsewhere}` } }),
  'a recipient without 28:': withBody({ recipient: { id: appId } }),
  expectReplies: withBody({ deliveryMode: 'expectReplies' }),

  GET: async (rig) => ({ method: 'GET', headers: [['authorization', await good(rig)]] }),
  PUT: async (rig) => ({ method: 'PUT', headers: [json, ['authorization', await good(rig)]], body: goodBody(rig) }),
  DELETE: async (rig) => ({ method: 'DELETE', headers: [['authorization', await good(rig)]] }),
  'a form': withHeaders([['content-type', 'application/x-www-form-urlencoded']]),
  multipart: withHeaders([['content-type', 'multipart/form-data; boundary=x']]),
  CSV: withHeaders([['content-type', 'text/csv']]),
  'no content type': withHeaders([]),
  'two content types': withHeaders([json, ['content-type', 'text/plain']]),
  'another charset': withHeaders([['content-type', 'application/json; charset=utf-16']]),
  gzip: withHeaders([json, ['content-encoding', 'gzip']], (rig) => gzipSync(goodBody(rig))),
  'gzip that is not said to be': withHeaders([json], (rig) => gzipSync(goodBody(rig))),
  'identity as an encoding': withHeaders([json, ['content-encoding', 'identity']]),
  'an empty body': withText(''),
  'half a JSON': withText('{"type":"message",'),
  'a JSON text': withText('"message"'),
  'a JSON list': withText('[]'),
  'JSON null': withText('null'),
  'bytes that are not UTF-8': withText(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
  '100 000 open brackets': withText('['.repeat(100_000)),
  'a prototype in the body': withText('{"__proto__":{"type":"message","channelId":"msteams"}}'),
  'one byte more than 256 KiB': withHeaders([json], (rig) => goodBody(rig, { text: 'x'.repeat(256 * 1024) })),
  'a length that lies': async (rig) => ({
    headers: [json, ['content-length', '9999999'], ['authorization', await good(rig)]],
    body: goodBody(rig),
  }),
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('auth-matrix', () => {
  let rig: DoorRig;
  let giveBack: () => void;
  before(async () => {
    rig = await startDoor();
    giveBack = hushSdk(rig.log);
  });
  after(async () => {
    giveBack();
    await rig.stop();
  });

  it('holds at least sixty hostile requests', () => {
    assert.ok(Object.keys(hostile).length >= 60, String(Object.keys(hostile).length));
  });

  for (const [title, make] of Object.entries(hostile)) {
    it(`refuses ${title}`, async () => {
      const { status, text } = await sendRaw(rig.url, await make(rig));
      assert.ok(status >= 400 && status < 500, `answered ${status}`);
      assert.doesNotMatch(text, /token|signature|jwt|key/i);
      assert.deepEqual(rig.turns, []);
    });
  }

  it('lets a good request through, end to end', async () => {
    const response = await rig.post(activity(rig.connector.url));
    assert.equal(response.status, 200);
    assert.equal(rig.turns.length, 1);
    assert.equal(rig.connector.posts('a:ada')[0]?.activity['text'], 'hello');
    assert.equal(rig.connector.posts('a:ada')[0]?.authorization, 'Bearer token-of-the-bot');
  });

  it('says 503 when the keys cannot be fetched, for that is our trouble', async () => {
    const other = await startDoor();
    other.keys.set('down');
    assert.equal((await other.post(activity(other.connector.url))).status, 503);
    other.keys.set('up');
    assert.equal((await other.post(activity(other.connector.url))).status, 200);
    await other.stop();
  });
});
