import assert from 'node:assert/strict';
import { rig } from './support.ts';

const get = (id: string, url = '/organization', more: object = {}): object => ({ id, method: 'GET', url, ...more });

describe('sandbox: $batch', () => {
  const t = rig();
  const send = (requests: unknown): ReturnType<typeof t.ask> => t.ask('/$batch', { method: 'POST', body: { requests } });

  it('answers twenty parts and refuses twenty-one', async () => {
    const parts = Array.from({ length: 21 }, (_, index) => get(String(index)));
    assert.equal((await send(parts.slice(0, 20))).body.responses.length, 20);
    assert.equal((await send(parts)).status, 400);
  });

  it('refuses ids that differ only in case, parts without id, a batch in a batch and an empty batch', async () => {
    assert.equal((await send([get('a'), get('A')])).status, 400);
    assert.equal((await send([{ method: 'GET', url: '/organization' }])).status, 400);
    assert.equal((await send([get('a', '/$batch')])).status, 400);
    assert.equal((await send([])).status, 400);
  });

  it('wants a content type for a body', async () => {
    const part = { id: '1', method: 'POST', url: '/users/x/checkMemberObjects', body: { ids: [] } };
    assert.equal((await send([part])).status, 400);
  });

  it('shuffles the answers', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => String(index));
    const { body } = await send(ids.map((id) => get(id)));
    const order = body.responses.map((answer: any) => answer.id);
    assert.deepEqual([...order].sort(), [...ids].sort());
    assert.notDeepEqual(order, ids);
  });

  it('answers 200 while parts fail, each with its own status and error', async () => {
    const answers = await t.batch([
      get('ok'),
      get('gone', "/devices(deviceId='00000000-0000-4000-8000-000000000000')"),
      get('odd', '/nothing'),
    ]);
    assert.equal(answers['ok'].status, 200);
    assert.equal(answers['gone'].status, 404);
    assert.equal(answers['gone'].body.error.code, 'Request_ResourceNotFound');
    assert.equal(answers['odd'].status, 400);
  });

  it('answers 424 to what depends on a failure, along the whole chain', async () => {
    const answers = await t.batch([
      get('1', '/nothing'),
      get('2', '/organization', { dependsOn: ['1'] }),
      get('3', '/organization', { dependsOn: ['2'] }),
      get('4'),
    ]);
    assert.deepEqual(
      ['1', '2', '3', '4'].map((id) => answers[id].status),
      [400, 424, 424, 200],
    );
  });

  it('passes ConsistencyLevel and Prefer to the part that carries them', async () => {
    const url = '/devices?$filter=accountEnabled ne false&$count=true&$top=1&$select=id';
    const answers = await t.batch([get('with', url, { headers: { ConsistencyLevel: 'eventual' } }), get('without', url)]);
    assert.equal(answers['with'].status, 200);
    assert.ok(answers['with'].body['@odata.count'] > 300);
    assert.equal(answers['without'].body.error.code, 'Request_UnsupportedQuery');
  });

  it('sends what is not JSON as base64', async () => {
    const answers = await t.batch([
      {
        id: 'r',
        method: 'POST',
        url: '/deviceManagement/reports/getDeviceNonComplianceReport',
        headers: { 'Content-Type': 'application/json' },
        body: {},
      },
    ]);
    const table = JSON.parse(Buffer.from(answers['r'].body, 'base64').toString());
    assert.ok(table.Schema.length > 0);
  });
});
