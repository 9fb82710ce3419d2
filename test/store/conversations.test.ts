import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { birth, report } from '../helpers/case-samples.ts';
import { onEachDatabase, openTestStore, type TestStore } from '../helpers/open-test-store.ts';

onEachDatabase('speaking first', (kind) => {
  let store: TestStore;
  let now = new Date('2026-03-02T08:00:00Z');
  const later = (): void => { now = new Date(now.getTime() + 1000); };
  before(async () => { store = await openTestStore(kind, { clock: () => now, triageChannelId: '19:chosen@thread.tacv2' }); });
  after(() => store?.close());

  const meeting = (over: object = {}) => ({
    teamsId: `a:${randomUUID()}`, kind: 'personal' as const, aadObjectId: randomUUID(), tenantId: 'contoso',
    serviceUrl: 'https://smba.trafficmanager.net/teams/', reference: { bot: { id: '28:bot' } }, isTriage: false, ...over,
  });

  it('keeps one conversation for each Teams id, with its newest reference', async () => {
    const met = meeting();
    const first = await store.conversations.remember(met);
    later();
    const again = await store.conversations.remember({ ...met, serviceUrl: 'https://smba.trafficmanager.net/emea/', reference: { n: 2 } });
    assert.equal(again.id, first.id);
    assert.deepEqual(await store.conversations.referenceOf(first.id), { reference: { n: 2 }, serviceUrl: 'https://smba.trafficmanager.net/emea/' });
    assert.deepEqual(await store.conversations.personalOf(met.aadObjectId), {
      id: first.id, kind: 'personal', aadObjectId: met.aadObjectId, teamsId: met.teamsId, reachable: true,
    });
    assert.equal(await store.conversations.referenceOf('nobody'), undefined);
    assert.equal(await store.conversations.personalOf('nobody'), undefined);
  });

  it('marks a conversation unreachable until it is met again', async () => {
    const met = meeting();
    const { id } = await store.conversations.remember(met);
    await store.conversations.markUnreachable(id, 'blocked');
    assert.equal((await store.conversations.personalOf(met.aadObjectId))?.reachable, false);
    await store.conversations.remember(met);
    assert.equal((await store.conversations.personalOf(met.aadObjectId))?.reachable, true);
  });

  it('knows the triage channel: the configured one first, else the one last met as such, and only while reachable', async () => {
    assert.equal(await store.conversations.triageChannel(), undefined);
    const channel = (teamsId: string, isTriage: boolean) => meeting({ teamsId, kind: 'channel', aadObjectId: undefined, isTriage });
    await store.conversations.remember(channel('19:other@thread.tacv2', false));
    assert.equal(await store.conversations.triageChannel(), undefined);
    const old = await store.conversations.remember(channel('19:old@thread.tacv2', true));
    later();
    const next = await store.conversations.remember(channel('19:next@thread.tacv2', true));
    assert.equal((await store.conversations.triageChannel())?.id, next.id);
    await store.conversations.markUnreachable(next.id, 'removed');
    assert.equal((await store.conversations.triageChannel())?.id, old.id);
    const chosen = await store.conversations.remember(channel('19:chosen@thread.tacv2', false));
    assert.equal((await store.conversations.triageChannel())?.id, chosen.id);
  });

  it('finds the newest card of a surface, and every card by its activity', async () => {
    const { case: c } = await store.cases.openOrFind(report(), birth);
    const post = { caseId: c.id, surface: 'reporter' as const, conversationId: 'conv', activityId: 'a1', anchor: 0, shown: 'h1' };
    assert.equal(await store.posts.find(c.id, 'reporter'), undefined);
    await store.posts.save(post);
    await store.posts.save({ ...post, shown: 'h2' });
    await store.posts.save({ ...post, activityId: 'a2', anchor: 1, shown: 'h3' });
    await store.posts.save({ ...post, shown: 'superseded' });
    await store.posts.save({ ...post, surface: 'triage', conversationId: 'channel', activityId: 'a9' });
    assert.deepEqual(await store.posts.find(c.id, 'reporter'), { ...post, activityId: 'a2', anchor: 1, shown: 'h3' });
    assert.equal((await store.posts.find(c.id, 'triage'))?.activityId, 'a9');
    assert.deepEqual(await store.posts.findByActivity('conv', 'a1'), { ...post, shown: 'superseded' });
    assert.equal(await store.posts.findByActivity('channel', 'a1'), undefined);
    await store.posts.save({ ...post, caseId: 'gone', activityId: 'a10' });
    assert.equal(await store.posts.findByActivity('conv', 'a10'), undefined);
  });

  it('remembers which turns are done and what the directory said', async () => {
    assert.equal(await store.activities.isDone('conv/1'), false);
    await store.activities.markDone('conv/1');
    await store.activities.markDone('conv/1');
    assert.equal(await store.activities.isDone('conv/1'), true);
    const person = randomUUID();
    assert.equal(await store.people.lastAnswer(person), undefined);
    await store.people.keep(person, { kind: 'guest' });
    await store.people.keep(person, { kind: 'could-not-check' });
    assert.deepEqual(await store.people.lastAnswer(person), { answer: { kind: 'guest' }, checkedAt: now.toISOString() });
  });
});
