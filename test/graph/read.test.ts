import assert from 'node:assert/strict';
import { within } from '../../bot/graph/deadline.ts';
import type { Part } from '../../bot/graph/part.ts';
import { graphError, openFakeGraph, type Told } from './fake-graph.ts';

const part: Part = { name: 'thing', version: 'v1.0', url: '/things', service: 'identity', permission: 'X.Read.All' };
const inTurn = (...told: Told[]) => {
  let n = 0;
  return () => told[Math.min(n++, told.length - 1)]!;
};

describe('graph/read', () => {
  it('waits as long as Retry-After says, then asks again', async () => {
    const { graph, wire } = openFakeGraph(inTurn({ ...graphError(429, 'TooManyRequests'), headers: { 'Retry-After': '1' } }, { body: { id: '1' } }));
    const started = performance.now();
    const reading = await graph.read.one(part, within(15_000));
    assert.equal(reading.kind, 'read', JSON.stringify(reading));
    assert.ok(performance.now() - started >= 990);
    assert.equal(wire.length, 2);
  });

  it('gives up at once when the wait does not fit, and says throttled', async () => {
    const { graph, wire } = openFakeGraph(() => ({ ...graphError(429, 'TooManyRequests'), headers: { 'Retry-After': '30' } }));
    const started = performance.now();
    const reading = await graph.read.one(part, within(1_000));
    assert.deepEqual(reading, { kind: 'failed', reason: 'throttled', status: 429 });
    assert.ok(performance.now() - started < 200);
    assert.equal(wire.length, 1);
  });

  it('backs off by itself where the service does not say how long', async () => {
    const { graph, wire } = openFakeGraph(inTurn(graphError(503, 'serviceNotAvailable'), { body: { id: '1' } }));
    const started = performance.now();
    assert.equal((await graph.read.one(part, within(3_000))).kind, 'read');
    assert.ok(performance.now() - started >= 490);
    assert.equal(wire.length, 2);
  });

  it('does not repeat what will not get better', async () => {
    for (const told of [graphError(403, 'Authorization_RequestDenied'), graphError(404, 'BadRequest'), graphError(400, 'BadRequest'), { text: '<html>' }]) {
      const { graph, wire } = openFakeGraph(() => told);
      assert.equal((await graph.read.one(part, within(2_000))).kind, 'failed');
      assert.equal(wire.length, 1);
    }
  });

  it('asks Entra for a new token once when Graph will not take this one', async () => {
    let tokens = 0;
    const { graph, wire } = openFakeGraph(inTurn(graphError(401, 'InvalidAuthenticationToken'), { body: { id: '1' } }), {
      tokenCredential: { getToken: async () => ({ token: `token-${++tokens}`, expiresOnTimestamp: Date.now() + 3_600_000 }) },
    });
    assert.equal((await graph.read.one(part, within(2_000))).kind, 'read');
    assert.deepEqual(wire.map(({ authorization }) => authorization), ['Bearer token-1', 'Bearer token-2']);
  });

  it('follows pages, the empty one too, and sends the same headers on each', async () => {
    const page = (rest: object): Told => ({ body: rest });
    const { graph, asked } = openFakeGraph(
      inTurn(
        page({ 'value': [], '@odata.nextLink': 'https://graph.contoso.test/v1.0/things?$skiptoken=a%2Bb' }),
        page({ 'value': [{ id: '1' }], '@odata.nextLink': 'https://graph.contoso.test/v1.0/things?$skiptoken=c' }),
        page({ value: [{ id: '2' }] }),
      ),
    );
    const reading = await graph.read.all({ ...part, headers: { Prefer: 'x' } }, within(2_000));
    assert.deepEqual(reading.kind === 'read' && reading.value, [{ id: '1' }, { id: '2' }]);
    assert.equal(reading.kind === 'read' && reading.incomplete, undefined);
    assert.deepEqual(asked.map(({ url }) => url), ['/v1.0/things', '/v1.0/things?$skiptoken=a%2Bb', '/v1.0/things?$skiptoken=c']);
    assert.ok(asked.every(({ headers }) => headers['prefer'] === 'x'));
  });

  it('stops after a bounded number of pages and says that there are more', async () => {
    const { graph, wire } = openFakeGraph(() => ({ body: { 'value': [{}], '@odata.nextLink': 'https://graph.contoso.test/v1.0/things?$skiptoken=x' } }));
    const reading = await graph.read.all({ ...part, maxPages: 2 }, within(2_000));
    assert.equal(reading.kind === 'read' && reading.incomplete, true);
    assert.equal(wire.length, 2);
  });

  it('keeps the pages it has when a later one fails', async () => {
    const { graph } = openFakeGraph(inTurn({ body: { 'value': [{ id: '1' }], '@odata.nextLink': 'https://graph.contoso.test/v1.0/things?p=2' } }, graphError(403, 'AccessDenied')));
    const reading = await graph.read.all(part, within(2_000));
    assert.deepEqual(reading.kind === 'read' && [reading.value, reading.incomplete], [[{ id: '1' }], true]);
  });

  it('never follows a next link to another host', async () => {
    for (const link of ['https://evil.test/v1.0/things', 'http://graph.contoso.test/v1.0/things', 'https://graph.contoso.test.evil.test/v1.0/x', 'https://graph.contoso.test/beta/things']) {
      const { graph, wire } = openFakeGraph(() => ({ body: { 'value': [{}], '@odata.nextLink': link } }));
      await graph.read.all(part, within(2_000));
      assert.equal(wire.length, 1, link);
    }
  });

  it('says unreadable when a list is none', async () => {
    const { graph } = openFakeGraph(() => ({ body: { id: '1' } }));
    assert.deepEqual(await graph.read.all(part, within(1_000)), { kind: 'failed', reason: 'unreadable' });
  });

  it('ends with the signal of the one who asks', async () => {
    const { graph } = openFakeGraph(() => 'hang');
    const started = performance.now();
    assert.deepEqual(await graph.read.one(part, within(5_000, AbortSignal.timeout(100))), { kind: 'failed', reason: 'timed-out' });
    assert.ok(performance.now() - started < 400);
    graph.close();
  });
});
