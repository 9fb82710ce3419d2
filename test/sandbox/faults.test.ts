import assert from 'node:assert/strict';
import { reader } from '../../env/sandbox/entra/registrations.ts';
import { cast } from '../../env/sandbox/people.ts';
import { q, rig } from './support.ts';

const person = cast.find((member) => member.slug === 'not-compliant')!;
const organization = { id: 'o', method: 'GET', url: '/organization' };
const devices = { id: 'd', method: 'GET', url: '/devices?$top=1' };

describe('sandbox: faults', () => {
  const t = rig();
  const play = (order: object): Promise<unknown> => t.control('POST', '/_fault', order);

  for (const [fault, status] of [
    ['status-429', 429],
    ['status-429-no-retry-after', 429],
    ['status-503', 503],
    ['status-403', 403],
    ['status-404', 404],
  ] as const) {
    it(`answers ${fault} to a whole request as often as told, then works again`, async () => {
      await play({ match: { path: '/organization' }, fault, times: 1 });
      const refused = await t.ask('/organization');
      assert.equal(refused.status, status);
      assert.equal(refused.headers.has('retry-after'), fault === 'status-429');
      assert.equal((await t.ask('/organization')).status, 200);
    });

    it(`answers ${fault} to one part of a batch`, async () => {
      await play({ match: { path: '/v1.0/organization' }, fault });
      const answers = await t.batch([organization, devices]);
      assert.deepEqual([answers['o'].status, answers['d'].status], [status, 200]);
    });
  }

  it('words a made-up 403 as the service would', async () => {
    await play({ match: { path: 'signIns|managedDevices' }, fault: 'status-403' });
    assert.equal((await t.ask('/auditLogs/signIns')).body.error.code, 'Authentication_MSGraphPermissionMissing');
    assert.equal((await t.ask('/deviceManagement/managedDevices')).body.error.code, 'Forbidden');
  });

  it('cuts an answer off in the middle', async () => {
    await play({ match: { path: '/organization' }, fault: 'truncated', times: 1 });
    await assert.rejects(t.ask('/organization'));
    await play({ match: { path: '/v1.0/organization' }, fault: 'truncated', times: 1 });
    const answers = await t.batch([organization, devices]);
    assert.throws(() => JSON.parse(answers['o'].body));
  });

  it('lets a proxy answer in HTML, in a part as base64', async () => {
    await play({ match: { path: '/organization' }, fault: 'html' });
    const { status, headers, body } = await t.ask('/organization');
    assert.equal(status, 200);
    assert.match(headers.get('content-type') ?? '', /text\/html/);
    assert.match(body, /^<!DOCTYPE html>/);
    const answers = await t.batch([organization]);
    assert.match(Buffer.from(answers['o'].body, 'base64').toString(), /^<!DOCTYPE html>/);
  });

  it('hangs until the client gives up, and holds a whole batch for one part', async () => {
    const ask = (path: string, init: object = {}): Promise<Response> =>
      fetch(`${t.sandbox.url}/v1.0${path}`, {
        headers: { authorization: `Bearer ${t.token}`, 'content-type': 'application/json' },
        signal: AbortSignal.timeout(300),
        ...init,
      });
    await play({ match: { path: '/organization' }, fault: 'hang' });
    await assert.rejects(ask('/organization'), { name: 'TimeoutError' });
    await assert.rejects(ask('/$batch', { method: 'POST', body: JSON.stringify({ requests: [organization, devices] }) }), {
      name: 'TimeoutError',
    });
    assert.equal((await ask('/devices?$top=1')).status, 200);
  });

  it('does the work and answers 504 all the same', async () => {
    const token = await t.sandbox.token({ registration: { ...reader, roles: ['DeviceManagementConfiguration.ReadWrite.All'] } });
    await play({ match: { path: 'exportJobs' }, fault: '504-after', times: 1 });
    const { status } = await t.ask('/deviceManagement/reports/exportJobs', {
      token,
      method: 'POST',
      body: { reportName: 'DeviceNonCompliance' },
    });
    assert.equal(status, 504);
    assert.equal(t.sandbox.log().at(-1)?.fault, '504-after');
  });

  it('delays whole requests when no path is named, not their parts besides', async () => {
    await play({ match: {}, fault: 'delay', delayMs: 150 });
    const start = performance.now();
    const answers = await t.batch([organization, devices]);
    assert.ok(performance.now() - start >= 145);
    assert.equal(answers['o'].status, 200);
    assert.deepEqual(
      t.sandbox.log().map((entry) => entry.fault),
      ['delay', null, null],
    );
  });

  it('twists dates, trust types and enum members in good answers', async () => {
    const path = `/devices(deviceId='${person.deviceId}')`;
    await play({ match: { path: 'deviceId' }, fault: 'null-trust-type', times: 1 });
    assert.equal((await t.ask(path)).body.trustType, null);
    await play({ match: { path: 'deviceId' }, fault: 'never-dates', times: 1 });
    assert.equal((await t.ask(path)).body.registrationDateTime, '0001-01-01T00:00:00Z');
    await play({ match: { path: 'signIns' }, fault: 'unknown-enum', times: 1 });
    const { body } = await t.ask(`/auditLogs/signIns${q({ $filter: `userId eq '${person.aadObjectId}'`, $top: '1' })}`);
    assert.equal(body.value[0].conditionalAccessStatus, 'someFutureMember');
  });

  it('meets the token endpoint as well', async () => {
    await play({ match: { path: '/oauth2/v2.0/token' }, fault: 'status-503', times: 1 });
    const response = await fetch(`${t.sandbox.url}/${t.sandbox.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(),
    });
    assert.equal(response.status, 503);
  });

  it('refuses orders that make no sense, in a sentence', async () => {
    for (const order of [
      {},
      { fault: 'explode' },
      { fault: 'html', match: { path: '(' } },
      { clock: 'soon' },
      { logDelayMinutes: -1 },
      { permissions: [] },
      { licence: 'P9' },
    ]) {
      const { status, body } = await t.control('POST', '/_fault', order);
      assert.equal(status, 400, JSON.stringify(order));
      assert.equal(typeof body.error, 'string');
    }
  });
});
