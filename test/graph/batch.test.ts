import assert from 'node:assert/strict';
import { within } from '../../bot/graph/deadline.ts';
import type { Part } from '../../bot/graph/part.ts';
import { graphError, openFakeGraph } from './fake-graph.ts';

const part = (url: string, more: Partial<Part> = {}): Part => ({ name: 'thing', version: 'v1.0', url, service: 'identity', permission: 'X.Read.All', ...more });

describe('graph/batch', () => {
  it('sends what is asked in one moment in one batch, v1.0 and beta apart, at most twenty each', async () => {
    const { graph, wire } = openFakeGraph(({ url }) => ({ body: { url } }));
    const parts = [...Array.from({ length: 23 }, (_, n) => part(`/a/${n}`)), part('/b/1', { version: 'beta' }), part('/b/2', { version: 'beta' })];
    const readings = await Promise.all(parts.map((one) => graph.read.one(one, within(2_000))));
    assert.deepEqual(readings.map((reading) => reading.kind === 'read' && reading.value['url']), parts.map(({ version, url }) => `/${version}${url}`));
    assert.deepEqual(wire.map(({ url }) => url).sort(), ['/beta/$batch', '/v1.0/$batch', '/v1.0/$batch']);
  });

  it('sends a question that is alone as it is', async () => {
    const { graph, wire } = openFakeGraph(() => ({ body: { id: '1' } }));
    await graph.read.one(part("/devices(deviceId='x')?$select=id"), within(1_000));
    assert.deepEqual(wire.map(({ method, url }) => `${method} ${url}`), ["GET /v1.0/devices(deviceId='x')?$select=id"]);
  });

  it('names the type of a body inside a batch', async () => {
    const { graph, asked } = openFakeGraph(() => ({ body: { value: [] } }));
    await Promise.all([graph.read.one(part('/users/1/checkMemberObjects', { method: 'POST', body: { ids: [] } }), within(1_000)), graph.read.one(part('/a'), within(1_000))]);
    assert.equal(asked[0]!.headers['Content-Type'], 'application/json');
    assert.deepEqual(asked[0]!.body, { ids: [] });
    assert.equal(asked[1]!.headers['Content-Type'], undefined);
  });

  it('reads a stream that comes as base64 or as text', async () => {
    const table = JSON.stringify({ Schema: [], Values: [] });
    const { graph } = openFakeGraph(({ url }) => ({ text: url.endsWith('/64') ? Buffer.from(table).toString('base64') : table }));
    const readings = await Promise.all(['/64', '/plain'].map((url) => graph.read.one(part(url), within(1_000))));
    for (const reading of readings) assert.deepEqual(reading.kind === 'read' && reading.value, { Schema: [], Values: [] });
  });

  it('loses only the part that hangs', async () => {
    const { graph } = openFakeGraph(({ url }) => (url.endsWith('/slow') ? 'hang' : { body: { url } }));
    const started = performance.now();
    const [slow, quick] = await Promise.all([graph.read.one(part('/slow'), within(600)), graph.read.one(part('/quick'), within(600))]);
    assert.deepEqual(slow, { kind: 'failed', reason: 'timed-out' });
    assert.equal(quick.kind, 'read');
    assert.ok(performance.now() - started < 750);
  });

  for (const [what, told] of [['a web page', { text: '<html>proxy</html>' }], ['half an answer', { text: '{"responses":[{"id"' }], ['a refusal', graphError(400, 'BadRequest')]] as const) {
    it(`asks one by one when the whole batch is answered with ${what}`, async () => {
      const { graph, wire } = openFakeGraph(({ url }) => ({ body: { url } }), { envelope: () => told });
      const readings = await Promise.all([graph.read.one(part('/a'), within(1_000)), graph.read.one(part('/b'), within(1_000))]);
      assert.deepEqual(readings.map(({ kind }) => kind), ['read', 'read']);
      assert.equal(wire.length, 3);
    });
  }

  it('tries a batch again that was throttled as a whole', async () => {
    const { graph, wire } = openFakeGraph(({ url }) => ({ body: { url } }), { envelope: (index) => (index === 1 ? { status: 429, headers: { 'Retry-After': '0' }, body: {} } : undefined) });
    const readings = await Promise.all([graph.read.one(part('/a'), within(1_000)), graph.read.one(part('/b'), within(1_000))]);
    assert.deepEqual(readings.map(({ kind }) => kind), ['read', 'read']);
    assert.deepEqual(wire.map(({ url }) => url), ['/v1.0/$batch', '/v1.0/$batch']);
  });
});
