import assert from 'node:assert/strict';
import { openGraph } from '../../bot/graph/client.ts';
import { within } from '../../bot/graph/deadline.ts';
import type { Part } from '../../bot/graph/part.ts';
import { openFakeGraph } from './fake-graph.ts';

const part: Part = { name: 'thing', version: 'v1.0', url: '/users/ada@contoso.test', service: 'identity', permission: 'X.Read.All' };

describe('graph/transport', () => {
  it('refuses addresses that are not https', () => {
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const good = { baseUrl: 'https://graph.test', authorityHost: 'https://login.test', tenantId: 'contoso.test', clientId: 'c', credential: { kind: 'secret', secret: 's' }, log, clock: () => new Date() } as const;
    assert.throws(() => openGraph({ ...good, baseUrl: 'http://graph.test' }), /https/);
    assert.throws(() => openGraph({ ...good, authorityHost: 'http://login.test' }), /https/);
    assert.doesNotThrow(() => openGraph(good).close());
  });

  it('does not follow a redirect', async () => {
    let redirect: unknown;
    const hosts: string[] = [];
    const { graph } = openFakeGraph(() => ({}), {
      fetch: (async (input: unknown, init: RequestInit) => {
        hosts.push(new URL(String(input)).host);
        redirect = init.redirect;
        return new Response(null, { status: 302, headers: { location: 'https://evil.test/' } });
      }) as typeof fetch,
    });
    assert.deepEqual(await graph.read.one(part, within(1_000)), { kind: 'failed', reason: 'unavailable', status: 302 });
    assert.equal(redirect, 'manual');
    assert.deepEqual(hosts, ['graph.contoso.test']);
  });

  it('never hangs the token on another host, whatever the path says', async () => {
    const { graph, wire } = openFakeGraph(() => ({ body: {} }));
    await graph.read.one({ ...part, url: '/https://evil.test/v1.0/me' }, within(500));
    await graph.read.one({ ...part, url: 'https://evil.test/v1.0/me' }, within(500));
    assert.deepEqual(wire.filter(({ url }) => url === '/v1.0/me'), []);
    assert.equal(wire.length, 0);
  });

  it('reports a missing token as unavailable and asks Graph nothing', async () => {
    const { graph, wire, logged } = openFakeGraph(() => ({ body: {} }), {
      tokenCredential: { getToken: async () => Promise.reject(new Error('AADSTS7000215: Invalid client secret very-secret-value for app 1234')) },
    });
    assert.deepEqual(await graph.read.one(part, within(1_000)), { kind: 'failed', reason: 'unavailable' });
    assert.equal(wire.length, 0);
    assert.ok(logged.some((line) => line.includes('AADSTS7000215')));
    assert.ok(!logged.join().includes('very-secret-value'));
  });

  it('asks Entra once for however many questions', async () => {
    let tokens = 0;
    const { graph } = openFakeGraph(() => ({ body: {} }), {
      tokenCredential: {
        getToken: async () => {
          tokens += 1;
          await new Promise((resolve) => setTimeout(resolve, 20));
          return { token: 'token-value', expiresOnTimestamp: Date.now() + 3_600_000 };
        },
      },
    });
    await Promise.all([1, 2, 3].map(() => graph.read.one({ ...part, version: 'beta' }, within(1_000))));
    await graph.read.one(part, within(1_000));
    assert.equal(tokens, 1);
  });

  it('writes neither tokens nor people nor addresses into the log', async () => {
    const { graph, logged } = openFakeGraph(() => ({ status: 503, text: 'ada@contoso.test' }));
    await graph.read.one(part, within(300));
    assert.ok(logged.length > 0);
    assert.ok(!/token-value|very-secret|ada|contoso/.test(logged.join('\n')), logged.join('\n'));
  });
});
