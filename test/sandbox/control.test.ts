import assert from 'node:assert/strict';
import { rig } from './support.ts';

describe('sandbox: control', () => {
  const t = rig();

  it('logs every request with its token, and the parts of a batch under their batch', async () => {
    await t.ask('/devices?$top=1&$filter=startsWith(displayName,%27CTS%27)');
    await t.batch([
      { id: 'one', method: 'GET', url: '/organization' },
      { id: 'two', method: 'GET', url: '/nothing' },
    ]);
    await t.ask('/organization', { token: await t.sandbox.token({ userId: 'u-1', scopes: ['User.Read'] }) });
    await t.ask('/organization', { token: '' });
    const log = (await t.control('GET', '/_log')).body;
    const [first, batch, ...rest] = log;
    assert.equal(first.path, "/v1.0/devices?$top=1&$filter=startsWith(displayName,'CTS')");
    assert.deepEqual([first.tokenKind, first.appId, first.status, first.batch], ['app', t.sandbox.clientId, 200, null]);
    assert.ok(first.roles.includes('Device.Read.All'));
    assert.equal(batch.path, '/v1.0/$batch');
    const parts = rest.filter((entry: any) => entry.batch === batch.n);
    assert.deepEqual(
      parts.map((entry: any) => [entry.partId, entry.status]),
      [
        ['one', 200],
        ['two', 400],
      ],
    );
    assert.deepEqual(
      rest.slice(2).map((entry: any) => [entry.tokenKind, entry.scopes]),
      [
        ['delegated', ['User.Read']],
        ['none', []],
      ],
    );
    assert.ok(log.every((entry: any) => entry.ms >= 0 && !Number.isNaN(Date.parse(entry.at))));
  });

  it('does not log or disturb its own addresses', async () => {
    await t.control('POST', '/_fault', { match: {}, fault: 'status-503' });
    await t.control('GET', '/_state');
    assert.deepEqual((await t.control('GET', '/_log')).body, []);
  });

  it('empties the log alone', async () => {
    await t.ask('/organization');
    await t.control('POST', '/_fault', { logDelayMinutes: 9 });
    assert.deepEqual((await t.control('DELETE', '/_log')).body, []);
    assert.deepEqual((await t.control('GET', '/_log')).body, []);
    assert.equal((await t.control('GET', '/_state')).body.logDelayMinutes, 9);
  });

  it('tells counts, clock and faults', async () => {
    await t.control('POST', '/_fault', { match: { path: 'devices' }, fault: 'html', times: 3 });
    const { body } = await t.control('GET', '/_state');
    assert.ok(body.counts.users >= 290 && body.counts.devices >= 330 && body.counts.signIns > 2000);
    assert.equal(body.counts.conditionalAccessPolicies, 11);
    assert.deepEqual(body.faults, [{ match: { path: 'devices' }, fault: 'html', times: 3, left: 3 }]);
    await t.control('DELETE', '/_fault');
    assert.deepEqual((await t.control('GET', '/_state')).body.faults, []);
  });

  it('moves the clock by minutes and to a moment, and everything back at a reset', async () => {
    const before = new Date((await t.control('GET', '/_state')).body.clock).getTime();
    const later = new Date((await t.control('POST', '/_fault', { clock: '+90' })).body.clock).getTime();
    assert.ok(Math.abs(later - before - 90 * 60_000) < 5000);
    const set = (await t.control('POST', '/_fault', { clock: '2031-05-06T07:08:09Z' })).body.clock;
    assert.ok(set.startsWith('2031-05-06T07:08'));
    await t.control('POST', '/_fault', { permissions: { remove: ['Device.Read.All'] }, logDelayMinutes: 30, throttling: true });
    const { body } = await t.control('POST', '/_reset');
    assert.ok(Math.abs(new Date(body.clock).getTime() - before) < 60_000);
    assert.deepEqual([body.removedPermissions, body.logDelayMinutes, body.throttling, body.requests], [[], 3, false, 0]);
  });

  it('seeds the same tenant every time, dated from its start', async () => {
    const ids = async (): Promise<string[]> => (await t.ask('/devices?$top=999&$select=id')).body.value.map((row: any) => row.id);
    const first = await ids();
    t.sandbox.reset();
    assert.deepEqual(await ids(), first);
  });
});
