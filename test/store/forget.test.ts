import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Case } from '../../bot/cases/case.ts';
import { birth, change, report } from '../helpers/case-samples.ts';
import { onEachDatabase, openTestStore, type TestStore } from '../helpers/open-test-store.ts';

const DAY_MS = 86_400_000;

onEachDatabase('forgetting', (kind) => {
  let store: TestStore;
  let now: Date;
  const waitDays = (days: number): void => { now = new Date(now.getTime() + days * DAY_MS); };
  beforeEach(async () => {
    now = new Date('2026-03-02T08:00:00Z');
    store = await openTestStore(kind, { clock: () => now });
  });
  afterEach(() => store?.close());

  const withMaterial = async (): Promise<Case> => {
    const { case: c } = await store.cases.openOrFind(report(), birth);
    await store.cases.change(c.id, () => change({ addCapture: { text: 'raw', origin: 'text' }, setEvidence: { devices: [] } }));
    await store.conversations.remember({
      teamsId: `a:${c.id}`, kind: 'personal', aadObjectId: c.reporter.aadObjectId, tenantId: 'contoso',
      serviceUrl: 'https://smba.trafficmanager.net/teams/', reference: {}, isTriage: false,
    });
    await store.posts.save({ caseId: c.id, surface: 'reporter', conversationId: 'v', activityId: c.id, anchor: 0, shown: 'h' });
    return c;
  };

  it('drops raw captures and evidence after seven days and keeps the case', async () => {
    const c = await withMaterial();
    waitDays(6.9);
    await store.purge();
    assert.equal((await store.cases.captures(c.id)).length, 1);
    waitDays(0.2);
    await store.people.keep('somebody', { kind: 'guest' });
    await store.activities.markDone('fresh');
    assert.deepEqual(await store.purge(), { captures: 1, evidence: 1, cases: 0, conversations: 0, activities: 0, people: 0 });
    assert.deepEqual(await store.cases.captures(c.id), []);
    assert.equal(await store.cases.evidence(c.id), undefined);
    assert.equal((await store.cases.find(c.id))?.captureCount, 0);
    waitDays(8);
    assert.deepEqual(await store.purge(), { captures: 0, evidence: 0, cases: 0, conversations: 0, activities: 1, people: 1 });
  });

  it('drops closed cases after ninety days with all that hangs on them, and never an open one', async () => {
    const [closed, open] = [await withMaterial(), await withMaterial()];
    await store.cases.change(closed.id, () => change({ patch: { state: 'closed' } }));
    waitDays(89);
    assert.equal((await store.purge()).cases, 0);
    waitDays(2);
    const purged = await store.purge();
    assert.deepEqual([purged.cases, purged.conversations], [1, 1]);
    assert.equal(await store.cases.find(closed.id), undefined);
    assert.deepEqual(await store.cases.events(closed.id), []);
    assert.equal(await store.posts.find(closed.id, 'reporter'), undefined);
    assert.equal(await store.conversations.personalOf(closed.reporter.aadObjectId), undefined);
    assert.ok(await store.cases.find(open.id));
    assert.ok(await store.conversations.personalOf(open.reporter.aadObjectId));
  });

  it('erases a person everywhere, also where they acted for others', async () => {
    const person = { aadObjectId: randomUUID(), name: 'Adele Vance' };
    const own = (await store.cases.openOrFind(report({ reporter: person }), birth)).case;
    await store.people.keep(person.aadObjectId, { kind: 'guest' });
    const others = (await store.cases.openOrFind(report({ openedBy: person }), birth)).case;
    await store.cases.change(others.id, () => change({ events: [{ kind: 'handed', actor: person.aadObjectId, data: { to: 'role' } }] }));
    await store.erasePerson(person.aadObjectId);

    assert.equal(await store.cases.find(own.id), undefined);
    assert.deepEqual(await store.cases.casesOf(person.aadObjectId), []);
    assert.equal(await store.people.lastAnswer(person.aadObjectId), undefined);
    const left = { case: await store.cases.find(others.id), events: await store.cases.events(others.id) };
    assert.equal(JSON.stringify(left).includes(person.aadObjectId), false);
    assert.equal(JSON.stringify(left).includes(person.name), false);
    assert.equal(left.case?.reporter.name, others.reporter.name);
    assert.deepEqual(left.events.map((event) => event.kind), ['opened', 'handed']);
    await assert.rejects(store.sql.query('delete from helpdesk.case_events'), /append-only/);
  });
});
