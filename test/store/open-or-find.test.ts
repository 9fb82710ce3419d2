import assert from 'node:assert/strict';
import { birth, change, report } from '../helpers/case-samples.ts';
import { onEachDatabase, openTestStore, type TestStore } from '../helpers/open-test-store.ts';

onEachDatabase('opening a case', (kind) => {
  let store: TestStore;
  before(async () => { store = await openTestStore(kind); });
  after(() => store?.close());

  it('numbers cases from 1001 and keeps what was said', async () => {
    const { case: born, created } = await store.cases.openOrFind(report({ words: 'x'.repeat(400) }), birth);
    assert.equal(created, true);
    assert.ok(born.number >= 1001);
    assert.equal(born.words.length, 300);
    assert.deepEqual([born.state, born.version, born.captureCount, born.holder], ['gathering', 1, 0, { kind: 'bot' }]);
    assert.deepEqual(await store.cases.find(born.id), born);
    assert.deepEqual(await store.cases.findByNumber('contoso', born.number), born);
    assert.equal(await store.cases.findByNumber('fabrikam', born.number), undefined);
  });

  it('gives the next case the next number', async () => {
    const first = await store.cases.openOrFind(report(), birth);
    const second = await store.cases.openOrFind(report(), birth);
    assert.equal(second.case.number, first.case.number + 1);
  });

  it('opens one case when one person says it forty times at once', async () => {
    const said = report();
    let asked = 0;
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => store.cases.openOrFind(said, (born) => { asked++; return birth(born); })),
    );
    assert.equal(new Set(answers.map((answer) => answer.case.id)).size, 1);
    assert.equal(answers.filter((answer) => answer.created).length, 1);
    assert.equal(asked, 1);
    assert.equal((await store.cases.casesOf(said.reporter.aadObjectId)).length, 1);
  });

  it('opens one case when reports with and without a device race', async () => {
    const { reporter } = report();
    const devices = [{}, { deviceId: 'd1' }, {}, { deviceId: 'd1', name: 'LT-1' }, {}];
    const answers = await Promise.all(devices.map((device) => store.cases.openOrFind(report({ reporter, device }), birth)));
    const byDevice = new Set(answers.map((answer) => answer.case.device.deviceId));
    assert.equal(new Set(answers.map((answer) => answer.case.id)).size, byDevice.size);
  });

  it('finds the open case of the same device, by id or by its short name', async () => {
    const { reporter } = report();
    const open = async (device: { deviceId?: string; name?: string }) => store.cases.openOrFind(report({ reporter, device }), birth);
    const first = await open({ deviceId: 'aaaa', name: 'LT-0042' });
    assert.equal((await open({ deviceId: 'aaaa' })).case.id, first.case.id);
    assert.equal((await open({ name: 'lt-0042.contoso.com' })).case.id, first.case.id);
    assert.equal((await open({})).case.id, first.case.id);
    const second = await open({ deviceId: 'bbbb', name: 'LT-0042' });
    assert.equal(second.created, true);
    assert.equal((await open({ name: 'LT-0077' })).created, true);
  });

  it('opens a new case once the former is closed', async () => {
    const said = report();
    const former = await store.cases.openOrFind(said, birth);
    await store.cases.change(former.case.id, () => change({ patch: { state: 'closed' } }));
    const next = await store.cases.openOrFind(said, birth);
    assert.equal(next.created, true);
    assert.deepEqual((await store.cases.casesOf(said.reporter.aadObjectId)).map((c) => c.id), [next.case.id, former.case.id]);
    const all = await store.cases.openCases(1000);
    assert.ok(all.some((c) => c.id === next.case.id) && !all.some((c) => c.id === former.case.id));
  });

  it('keeps the same person of two tenants apart', async () => {
    const said = report();
    const here = await store.cases.openOrFind(said, birth);
    const there = await store.cases.openOrFind({ ...said, tenantId: 'fabrikam' }, birth);
    assert.notEqual(here.case.id, there.case.id);
  });

  it('opens nothing when the plan for its birth throws', async () => {
    const said = report();
    const before = await store.queue.counts();
    await assert.rejects(store.cases.openOrFind(said, () => { throw new Error('no plan'); }), /no plan/);
    assert.deepEqual(await store.cases.casesOf(said.reporter.aadObjectId), []);
    assert.deepEqual(await store.queue.counts(), before);
  });
});
