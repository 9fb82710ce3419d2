import assert from 'node:assert/strict';
import type { Part } from '../../bot/graph/part.ts';
import { whyNot, type Reply } from '../../bot/graph/reply.ts';

const part: Part = { name: 'device', version: 'v1.0', url: '/devices', service: 'identity', permission: 'Device.Read.All', mayBeAbsent: true };
const reply = (status: number, body: unknown, readable = true): Reply => ({ kind: 'answered', status, body, readable });
const error = (code: string, more: object = {}) => ({ error: { code, message: 'text', ...more } });

describe('graph/reply', () => {
  it('names the permission when Graph says that it is what is missing', () => {
    for (const code of ['Authorization_RequestDenied', 'AccessDenied', 'accessDenied', 'Forbidden', 'Authentication_MSGraphPermissionMissing', 'Authentication_RequestFromUnsupportedUserRole']) {
      assert.deepEqual(whyNot(part, reply(403, error(code))), { kind: 'failed', reason: 'forbidden', permission: 'Device.Read.All', status: 403 }, code);
    }
  });

  it('reads nested codes in both spellings', () => {
    assert.equal((whyNot(part, reply(403, error('UnknownError', { innerError: { code: 'AccessDenied' } }))) as any).reason, 'forbidden');
    assert.equal((whyNot(part, reply(403, error('UnknownError', { innererror: { code: 'AccessDenied' } }))) as any).reason, 'forbidden');
  });

  it('tells a missing licence from a missing permission', () => {
    assert.deepEqual(whyNot(part, reply(403, error('Authentication_RequestFromNonPremiumTenantOrB2CTenant'))), { kind: 'failed', reason: 'not-licensed', status: 403 });
  });

  it('accuses no permission when a proxy refuses', () => {
    assert.equal((whyNot(part, reply(403, undefined, false)) as any).reason, 'unreadable');
    assert.deepEqual(whyNot(part, reply(403, error('ProxyDenied'))), { kind: 'failed', reason: 'unavailable', status: 403 });
  });

  it('takes 404 as an absence only in Graph\'s own words, and only where one can be', () => {
    assert.equal(whyNot(part, reply(404, error('Request_ResourceNotFound'))), 'absent');
    assert.equal(whyNot(part, reply(404, error('ResourceNotFound'))), 'absent');
    assert.equal((whyNot(part, reply(404, undefined, false)) as any).reason, 'unreadable');
    assert.equal((whyNot(part, reply(404, error('BadRequest'))) as any).reason, 'unavailable');
    assert.equal((whyNot({ ...part, mayBeAbsent: false }, reply(404, error('ResourceNotFound'))) as any).reason, 'unavailable');
    assert.notEqual(whyNot(part, reply(403, error('Authorization_RequestDenied'))), 'absent');
  });

  it('names throttling, outages and unreadable answers', () => {
    assert.equal((whyNot(part, reply(429, error('TooManyRequests'))) as any).reason, 'throttled');
    assert.equal((whyNot(part, reply(503, undefined, false)) as any).reason, 'unavailable');
    assert.equal((whyNot(part, reply(200, undefined, false)) as any).reason, 'unreadable');
    assert.equal((whyNot(part, reply(200, 'text')) as any).reason, 'unreadable');
    assert.equal((whyNot(part, reply(302, undefined)) as any).reason, 'unavailable');
    assert.equal(whyNot(part, reply(200, { id: '1' })), undefined);
  });
});
