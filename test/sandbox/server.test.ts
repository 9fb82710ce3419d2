import assert from 'node:assert/strict';
import { request } from 'node:https';
import { startSandbox } from '../../env/sandbox/server.ts';
import { rig } from './support.ts';

describe('sandbox: server', () => {
  const t = rig();

  it('refuses to listen on anything but loopback', async () => {
    await assert.rejects(startSandbox({ host: '0.0.0.0' }), /SANDBOX_HOST is '0\.0\.0\.0'.*loopback/);
  });

  it('says which setting to change when the port is taken', async () => {
    await assert.rejects(startSandbox({ port: t.sandbox.port }), /SANDBOX_PORT \d+ is in use/);
  });

  it('is trusted by nobody who was not told', async () => {
    const code = await new Promise<string>((resolve) => {
      request(t.sandbox.url, { ca: [] })
        .on('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)))
        .end();
    });
    assert.match(code, /SELF_SIGNED|UNABLE_TO_VERIFY|DEPTH_ZERO/);
  });

  it('puts request-id, client-request-id and Date on every answer, good or bad', async () => {
    for (const path of ['/organization', '/nothing/here']) {
      const { headers } = await t.ask(path, { headers: { 'client-request-id': '7d3c0a52-1111-4222-8333-444455556666' } });
      assert.match(headers.get('request-id') ?? '', /^[0-9a-f-]{36}$/);
      assert.equal(headers.get('client-request-id'), '7d3c0a52-1111-4222-8333-444455556666');
      assert.ok(headers.get('date'));
    }
  });

  it("answers unknown paths and wrong verbs with Graph's error body", async () => {
    const unknown = await t.ask('/nothing/here');
    assert.deepEqual([unknown.status, unknown.body.error.code], [400, 'BadRequest']);
    assert.ok(unknown.body.error.innerError['request-id']);
    const verb = await t.ask('/organization', { method: 'PUT', body: {} });
    assert.deepEqual([verb.status, verb.body.error.code], [405, 'Request_BadRequest']);
  });

  it('keeps v1.0 and beta apart', async () => {
    const path = '/directory/deletedItems/microsoft.graph.device';
    assert.equal((await t.ask(path)).status, 400);
    assert.equal((await t.ask(path, { version: 'beta' })).status, 200);
  });

  it('refuses bodies that are no JSON, and huge ones', async () => {
    assert.equal((await t.ask('/$batch', { method: 'POST', body: '{"requests":' })).status, 400);
    assert.equal((await t.ask('/$batch', { method: 'POST', body: ' '.repeat(5 * 1024 * 1024) })).status, 413);
  });
});
