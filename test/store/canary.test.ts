import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../bot/store/open.ts';
import { openStore } from '../../bot/store/open.ts';
import { change } from '../helpers/case-samples.ts';
import { onEachDatabase, openTestStore, TEST_DATA_KEY } from '../helpers/open-test-store.ts';

/** Everything a person or a laptop can be known by, in every place the memory keeps something. */
const canary = {
  id: 'cafe0000-1111-4222-8333-canary000001', name: 'Canary Quetzalcoatl', upn: 'canary.quetzalcoatl@contoso.com',
  words: 'canary words before CAA50021', device: 'cafe0000-dddd-4222-8333-canary000002', deviceName: 'LT-CANARY-7',
  capture: 'canary raw dsregcmd text', teams: 'a:canary-conversation', activity: 'canary-activity-key',
};

async function leaveTraces(store: Store): Promise<void> {
  const reporter = { aadObjectId: canary.id, name: canary.name, userPrincipalName: canary.upn };
  const { case: c } = await store.cases.openOrFind(
    { tenantId: 't', reporter, openedBy: reporter, words: canary.words, device: { deviceId: canary.device, name: canary.deviceName } },
    (born) => ({ events: [{ kind: 'opened', actor: canary.id, data: { device: canary.device } }], jobs: [{ kind: 'gather', caseId: born.id }] }),
  );
  await store.cases.change(c.id, () =>
    change({ addCapture: { text: canary.capture, origin: 'text' }, setEvidence: { devices: [{ displayName: canary.deviceName }] } }),
  );
  await store.conversations.remember({
    teamsId: canary.teams, kind: 'personal', aadObjectId: canary.id, tenantId: 't', serviceUrl: 'https://smba.trafficmanager.net/',
    reference: { user: { name: canary.name } }, isTriage: false,
  });
  await store.people.keep(canary.id, { kind: 'member', user: { id: canary.id, displayName: canary.name, userPrincipalName: canary.upn } });
  await store.activities.markDone(canary.activity);
  await store.queue.claim('gather', 1).then(([job]) => job && store.queue.giveBack(job, 'Error'));
}

onEachDatabase('what lies in the tables', (kind) => {
  it('names no person, no device and no conversation', async () => {
    const store = await openTestStore(kind);
    try {
      await leaveTraces(store);
      const tables = await store.sql.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('helpdesk', 'helpdesk_queue')`,
      );
      assert.ok(tables.length > 10);
      const dump: string[] = [];
      for (const { name } of tables) {
        for (const row of await store.sql.query<{ text: string }>(`select t::text as text from ${name} t`)) dump.push(row.text);
      }
      const text = [dump.join('\n'), Buffer.from(dump.join('').replaceAll(/[^0-9a-f]/g, ''), 'hex').toString('latin1')].join('\n');
      assert.deepEqual(Object.values(canary).filter((trace) => text.toLowerCase().includes(trace.toLowerCase())), []);
    } finally {
      await store.close();
    }
  });
});

describe('what lies in the data folder', () => {
  it('names no person, no device and no conversation in any byte of it', async function () {
    this.timeout(60_000);
    const dataDir = mkdtempSync(join(tmpdir(), 'helpdesk-canary-'));
    try {
      const store = await openStore({ dataDir, dataKey: TEST_DATA_KEY, clock: () => new Date() });
      await leaveTraces(store);
      await store.close();
      const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      assert.ok(files.length > 100);
      for (const file of files) {
        const bytes = readFileSync(join(file.parentPath, file.name));
        for (const trace of Object.values(canary)) assert.equal(bytes.includes(trace), false, `${trace} in ${file.name}`);
      }
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
