import assert from 'node:assert/strict';
import { leastReader } from '../../env/sandbox/entra/registrations.ts';
import { createThrottle, unitsOf } from '../../env/sandbox/graph/throttle.ts';
import { GraphError } from '../../env/sandbox/graph/errors.ts';
import { rig } from './support.ts';

const part = (id: number, url: string): object => ({ id: String(id), method: 'GET', url });

describe('sandbox: throttling', () => {
  const t = rig({});

  it('takes five report reads in ten seconds and tells how long to wait', async () => {
    for (let i = 0; i < 5; i++) assert.equal((await t.ask('/auditLogs/directoryAudits?$top=1')).status, 200);
    const refused = await t.ask('/auditLogs/signIns?$top=1');
    assert.equal(refused.status, 429);
    assert.equal(refused.body.error.code, 'TooManyRequests');
    assert.equal(refused.body.error.innerError.code, '429');
    const wait = Number(refused.headers.get('retry-after'));
    assert.ok(wait >= 1 && wait <= 10);
    const other = await t.tokenOf(leastReader);
    assert.equal((await t.ask('/auditLogs/directoryAudits?$top=1', { token: other })).status, 200);
  });

  it('counts passes among the report reads', async () => {
    const user = (await t.ask('/users?$top=1')).body.value[0].id;
    for (let i = 0; i < 5; i++) await t.ask(`/users/${user}/authentication/temporaryAccessPassMethods`);
    assert.equal((await t.ask('/auditLogs/signIns?$top=1')).status, 429);
  });

  it('takes one Conditional Access read per second for all apps together, and does not say how long to wait', async () => {
    assert.equal((await t.ask('/identity/conditionalAccess/policies')).status, 200);
    const refused = await t.ask('/identity/conditionalAccess/policies', { token: await t.tokenOf(leastReader) });
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), null);
  });

  it('throttles each part of a batch by itself', async () => {
    const parts = [
      ...Array.from({ length: 7 }, (_, index) => part(index, '/auditLogs/directoryAudits?$top=1')),
      part(7, '/organization'),
    ];
    const answers = await t.batch(parts);
    const statuses = Object.values(answers).map((answer: any) => answer.status);
    assert.equal(statuses.filter((status) => status === 429).length, 2);
    assert.equal(answers['7'].status, 200);
    const refused: any = Object.values(answers).find((answer: any) => answer.status === 429);
    assert.ok(Number(refused.headers['Retry-After']) >= 1);
  });

  it('lets requests pass again when the window is over', async () => {
    for (let i = 0; i < 6; i++) await t.ask('/auditLogs/directoryAudits?$top=1');
    t.sandbox.advance(1);
    assert.equal((await t.ask('/auditLogs/directoryAudits?$top=1')).status, 200);
  });

  it('counts refused requests too: who keeps knocking stays out', () => {
    let seconds = 0;
    const throttle = createThrottle(() => seconds);
    const knock = (): boolean => {
      try {
        throttle.count(
          'auditReports',
          { kind: 'app', appId: 'a', roles: [] },
          { method: 'GET', path: '/auditLogs/signIns', query: new URLSearchParams(), write: false },
        );
        return true;
      } catch (error) {
        assert.ok(error instanceof GraphError);
        return false;
      }
    };
    const passed: boolean[] = [];
    for (seconds = 0; seconds < 30; seconds++) passed.push(knock());
    assert.equal(passed.filter(Boolean).length, 5);
    seconds = 60;
    assert.ok(knock());
  });

  it('weighs directory requests in resource units', () => {
    const units = (method: string, path: string, query = ''): number => unitsOf(method, path, new URLSearchParams(query));
    assert.equal(units('GET', '/users/1'), 2);
    assert.equal(units('GET', '/users/1', '$select=id'), 1);
    assert.equal(units('GET', '/users/1/transitiveMemberOf'), 2);
    assert.equal(units('POST', '/users/1/checkMemberObjects'), 4);
    assert.equal(units('GET', '/devices', '$top=5&$select=id'), 1);
    assert.equal(units('GET', '/devices', '$expand=registeredUsers'), 2);
  });

  it('can be switched off', async () => {
    await t.control('POST', '/_fault', { throttling: false });
    for (let i = 0; i < 8; i++) assert.equal((await t.ask('/auditLogs/directoryAudits?$top=1')).status, 200);
  });
});
