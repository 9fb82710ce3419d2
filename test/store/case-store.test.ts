import assert from 'node:assert/strict';
import { birth, change, report } from '../helpers/case-samples.ts';
import { onEachDatabase, openTestStore, type TestStore } from '../helpers/open-test-store.ts';

onEachDatabase('changing a case', (kind) => {
  let store: TestStore;
  let now = new Date('2026-03-02T08:00:00.000Z');
  before(async () => { store = await openTestStore(kind, { clock: () => now }); });
  after(() => store?.close());
  const born = async () => (await store.cases.openOrFind(report(), birth)).case;

  it('patches, removes with null, counts versions and appends events', async () => {
    const c = await born();
    now = new Date('2026-03-02T08:05:00.000Z');
    const asking = { what: 'capture', since: now.toISOString(), times: 1 } as const;
    const asked = await store.cases.change(c.id, (current) => {
      assert.deepEqual(current, c);
      return change({
        patch: { state: 'collecting', asking, holder: { kind: 'reporter' }, words: undefined },
        events: [{ kind: 'asked', actor: 'bot', data: { what: 'capture' } }],
      });
    });
    assert.deepEqual(asked, { ...c, state: 'collecting', asking, holder: { kind: 'reporter' }, version: 2, updatedAt: now.toISOString() });
    const answered = await store.cases.change(c.id, () => change({ patch: { asking: null, state: 'diagnosed' } }));
    assert.equal(answered?.version, 3);
    assert.equal('asking' in (await store.cases.find(c.id))!, false);
    assert.deepEqual(await store.cases.events(c.id), [
      { seq: 1, at: c.openedAt, kind: 'opened', actor: c.reporter.aadObjectId, data: { by: 'reporter' } },
      { seq: 2, at: now.toISOString(), kind: 'asked', actor: 'bot', data: { what: 'capture' } },
    ]);
  });

  it('lands every one of 50 concurrent changes once', async function () {
    this.timeout(60_000);
    const c = await born();
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        store.cases.change(c.id, (current) =>
          change({ patch: { anchor: current.anchor + 1 }, events: [{ kind: 'said-again', actor: 'bot', data: { i } }] }),
        ),
      ),
    );
    const after = await store.cases.find(c.id);
    assert.deepEqual([after?.anchor, after?.version], [50, 51]);
    const events = await store.cases.events(c.id);
    assert.deepEqual(events.map((event) => event.seq), Array.from({ length: 51 }, (_, i) => i + 1));
    assert.equal(new Set(events.slice(1).map((event) => event.data['i'])).size, 50);
  });

  it('asks again when the database saw a conflict', async () => {
    const c = await born();
    let asked = 0;
    const after = await store.cases.change(c.id, (current) => {
      if (++asked < 3) throw Object.assign(new Error('could not serialize'), { code: '40001' });
      return change({ patch: { anchor: current.anchor + 1 } });
    });
    assert.deepEqual([asked, after?.anchor, after?.version], [3, 1, 2]);
  });

  it('throws what the decision throws, and changes nothing', async () => {
    const c = await born();
    await assert.rejects(store.cases.change(c.id, () => { throw new Error('our mistake'); }), /our mistake/);
    assert.deepEqual(await store.cases.find(c.id), c);
  });

  it('does nothing when there is nothing to do, and answers undefined for a case nobody knows', async () => {
    const c = await born();
    assert.deepEqual(await store.cases.change(c.id, () => undefined), c);
    assert.equal(await store.cases.change('nobody', () => change()), undefined);
    assert.equal(await store.cases.find('nobody'), undefined);
  });

  it('writes all of a change or nothing of it', async () => {
    const c = await born();
    const queued = await store.queue.counts();
    const poisoned = { get surface(): 'reporter' { throw new Error('halfway'); }, kind: 'present' as const, caseId: c.id };
    await assert.rejects(
      store.cases.change(c.id, () =>
        change({
          patch: { state: 'closed' },
          events: [{ kind: 'closed', actor: 'bot', data: {} }],
          addCapture: { text: 'half a capture', origin: 'text' },
          jobs: [{ kind: 'gather', caseId: c.id, inSeconds: 60 }, poisoned],
        }),
      ),
      /halfway/,
    );
    assert.deepEqual(await store.cases.find(c.id), c);
    assert.equal((await store.cases.events(c.id)).length, 1);
    assert.deepEqual(await store.cases.captures(c.id), []);
    assert.deepEqual(await store.queue.counts(), queued);
  });

  it('keeps captures in their order and only the newest evidence', async () => {
    const c = await born();
    for (const text of ['first ü', 'second']) {
      await store.cases.change(c.id, () => change({ addCapture: { text, origin: 'text' } }));
    }
    await store.cases.change(c.id, () => change({ setEvidence: { devices: [] } }));
    await store.cases.change(c.id, () => change({ setEvidence: { forbidden: ['signIns'] } }));
    assert.deepEqual((await store.cases.captures(c.id)).map(({ text, origin }) => [text, origin]), [['first ü', 'text'], ['second', 'text']]);
    assert.deepEqual(await store.cases.evidence(c.id), { forbidden: ['signIns'] });
    assert.equal((await store.cases.find(c.id))?.captureCount, 2);
    assert.equal(await store.cases.evidence((await born()).id), undefined);
  });

  it('gives back the newest twenty captures of somebody who tries again and again', async () => {
    const c = await born();
    for (let n = 1; n <= 22; n += 1) await store.cases.change(c.id, () => change({ addCapture: { text: `${n}`, origin: 'text' } }));
    assert.deepEqual((await store.cases.captures(c.id)).map(({ text }) => Number(text)), Array.from({ length: 20 }, (_, at) => at + 3));
  });

  it('lets two open cases turn out to be about one device', async () => {
    const { reporter } = report();
    const one = (await store.cases.openOrFind(report({ reporter, device: { deviceId: 'aaaa' } }), birth)).case;
    const other = (await store.cases.openOrFind(report({ reporter, device: { deviceId: 'bbbb' } }), birth)).case;
    const after = await store.cases.change(other.id, () => change({ patch: { device: { deviceId: 'aaaa' } } }));
    assert.equal(after?.device.deviceId, 'aaaa');
    assert.equal((await store.cases.change(other.id, () => change({ patch: { anchor: 3 } })))?.anchor, 3);
    const found = await store.cases.openOrFind(report({ reporter, device: { deviceId: 'aaaa' } }), birth);
    assert.equal(found.created, false);
    assert.ok([one.id, other.id].includes(found.case.id));
  });

  it('refuses to rewrite or delete what happened', async () => {
    const c = await born();
    const statements = [
      `update helpdesk.case_events set kind = 'closed' where case_id = '${c.id}'`,
      `delete from helpdesk.case_events where case_id = '${c.id}'`,
      `delete from helpdesk.cases where id = '${c.id}'`,
      'truncate helpdesk.case_events',
    ];
    for (const statement of statements) await assert.rejects(store.sql.query(statement), /append-only/);
    assert.equal((await store.cases.events(c.id)).length, 1);
  });

  it('refuses a statement that would wait for its own transaction', async () => {
    if (kind !== 'pglite') return;
    await assert.rejects(store.sql.transaction(() => store.sql.query('select 1')), /must use the transaction/);
    assert.equal(await store.ready(), true);
  });
});
