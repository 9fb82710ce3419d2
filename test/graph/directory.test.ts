import assert from 'node:assert/strict';
import { findUser, latestSignIns, whoIs } from '../../bot/graph/directory.ts';
import { graphReady, grantedPermissions } from '../../bot/graph/ready.ts';
import { graphError, now, openFakeGraph, type Told } from './fake-graph.ts';

const id = '11111111-1111-4111-8111-111111111111';
const deadline = { deadlineMs: 500 };
const kindOf = async (told: Told) => (await whoIs(openFakeGraph(() => told).graph, id, deadline)).kind;

describe('graph/directory', () => {
  it('takes only an enabled member for one of ours', async () => {
    assert.equal(await kindOf({ body: { id, userType: 'Member', accountEnabled: true } }), 'member');
    assert.equal(await kindOf({ body: { id, userType: 'Guest', accountEnabled: true } }), 'guest');
    assert.equal(await kindOf({ body: { id, userType: 'Member', accountEnabled: false } }), 'disabled');
    assert.equal(await kindOf(graphError(404, 'Request_ResourceNotFound')), 'unknown');
  });

  it('never guesses when Graph does not say', async () => {
    for (const told of [{ body: { id } }, graphError(403, 'Authorization_RequestDenied'), graphError(503, 'x'), { text: '<html>' }, { status: 404, text: '<html>' }, 'hang'] as const) {
      assert.equal(await kindOf(told), 'could-not-check');
    }
  });

  it('remembers the answer for a while', async () => {
    const { graph, wire } = openFakeGraph(() => ({ body: { id, userType: 'Member', accountEnabled: true } }));
    await Promise.all([whoIs(graph, id, deadline), whoIs(graph, id.toUpperCase(), deadline)]);
    assert.equal((await whoIs(graph, id, deadline)).kind, 'member');
    assert.equal(wire.length, 1);
  });

  it('finds a person by sign-in name, else by mail address, and guesses between nobody', async () => {
    const world = (mails: object[]) => openFakeGraph(({ url }) => (url.includes('/users/') ? graphError(404, 'Request_ResourceNotFound') : { body: { value: mails } }));
    const direct = openFakeGraph(() => ({ body: { id, userPrincipalName: 'ada@contoso.test' } }));
    assert.deepEqual(await findUser(direct.graph, ' ada@contoso.test '), { id, userPrincipalName: 'ada@contoso.test' });
    assert.equal(direct.asked[0]!.url.split('?')[0], '/v1.0/users/ada%40contoso.test');
    const one = world([{ id }]);
    assert.deepEqual(await findUser(one.graph, "o'hara+x@contoso.test"), { id });
    assert.equal(new URLSearchParams(one.asked[1]!.url.split('?')[1]).get('$filter'), "mail eq 'o''hara+x@contoso.test'");
    assert.equal(await findUser(world([{ id }, { id: '2' }]).graph, 'shared@contoso.test'), 'not-found');
    assert.equal(await findUser(world([]).graph, 'nobody@contoso.test'), 'not-found');
  });

  it('asks nothing about what is no address', async () => {
    const { graph, wire } = openFakeGraph(() => ({ body: {} }));
    for (const text of ['', 'ada', '../me', 'a b@c', 'x@y/../z', 'a@b?c']) assert.equal(await findUser(graph, text), 'not-found');
    assert.equal(wire.length, 0);
  });

  it('says could-not-check about a person when Graph refuses', async () => {
    assert.equal(await findUser(openFakeGraph(() => graphError(403, 'Authorization_RequestDenied')).graph, 'a@b.test'), 'could-not-check');
  });

  it('shows the latest sign-ins of both kinds, and no empty log that was not read', async () => {
    const since = new Date(now.getTime() - 600_000);
    const row = (name: string, minutes: number) => ({ id: name, userId: id, createdDateTime: new Date(now.getTime() - minutes * 60_000).toISOString() });
    const { graph } = openFakeGraph(({ url }) => ({ body: { value: url.startsWith('/beta') ? [row('b', 1), row('old', 20)] : [row('a', 3), { ...row('c', 2), userId: 'someone else' }] } }));
    const rows = await latestSignIns(graph, id, since);
    assert.deepEqual(rows !== 'could-not-check' && rows.map((one) => one.id), ['b', 'a']);
    assert.equal(await latestSignIns(openFakeGraph(() => graphError(403, 'AccessDenied')).graph, id, since), 'could-not-check');
  });
});

describe('graph/ready', () => {
  const token = (roles: string[]) => `x.${Buffer.from(JSON.stringify({ roles })).toString('base64url')}.y`;
  const withToken = (getToken: () => Promise<any>) => openFakeGraph(() => ({}), { tokenCredential: { getToken } }).graph;
  const good = (roles: string[]) => withToken(async () => ({ token: token(roles), expiresOnTimestamp: Date.now() + 3_600_000 }));

  it('is ready when Entra gives a token, and says why not', async () => {
    assert.equal(await graphReady(good([])), 'ok');
    assert.equal(await graphReady(withToken(async () => Promise.reject(new Error('no')))), 'unavailable');
    assert.equal(await graphReady(withToken(() => new Promise(() => {})), 80), 'timed-out');
  });

  it('names what the reader lacks, and what it should not have', async () => {
    const granted = await grantedPermissions(good(['User.Read.All', 'Device.Read.All', 'Policy.ReadWrite.ConditionalAccess']));
    assert.ok(granted !== 'could-not-check');
    assert.ok(granted.missing.some(({ name, kind }) => name === 'AuditLog.Read.All' && kind === 'needed'));
    assert.ok(!granted.missing.some(({ name }) => name === 'User.Read.All'));
    assert.deepEqual(granted.excess, ['Policy.ReadWrite.ConditionalAccess']);
  });
});
