import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStore, type StoreOptions } from '../../bot/store/open.ts';
import { createDatabase, onEachDatabase, TEST_DATA_KEY } from '../helpers/open-test-store.ts';

const KILLS = 50;
const CHILD = new URL('../helpers/kill-me.ts', import.meta.url).pathname;

/** Starts the child, kills it a random moment after a few promises, and answers with all it had promised by then. */
async function killOne(where: object): Promise<string[]> {
  // A short life is not worth an optimised PGlite: half the time of a start went into that.
  const child = spawn(process.execPath, ['--liftoff-only', CHILD, JSON.stringify(where)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const promised: string[] = [];
  const enough = 1 + Math.floor(Math.random() * 6);
  for await (const line of createInterface({ input: child.stdout })) {
    if (promised.push(line) === enough) setTimeout(() => child.kill('SIGKILL'), Math.random() * 20);
  }
  assert.equal(child.exitCode, null, 'the child ended by itself');
  return promised;
}

onEachDatabase(`killing the process ${KILLS} times`, (kind) => {
  it('loses nothing that was acknowledged, and keeps the jobs that go with it', async function () {
    this.timeout(420_000);
    const folder = kind === 'pglite' ? mkdtempSync(join(tmpdir(), 'helpdesk-kill-')) : undefined;
    const database = kind === 'postgres' ? await createDatabase() : undefined;
    const where: Pick<StoreOptions, 'dataDir' | 'databaseUrl'> = { dataDir: folder, databaseUrl: database?.url };
    const open = () => openStore({ ...where, dataKey: TEST_DATA_KEY, clock: () => new Date() });
    try {
      await (await open()).close();
      const promised: string[] = [];
      // PostgreSQL may have several at once; a folder has one process at a time, and the next one starts where it died.
      const atOnce = kind === 'postgres' ? 2 : 1;
      for (let kills = 0; kills < KILLS; kills += atOnce) {
        const lives = await Promise.all(Array.from({ length: atOnce }, () => killOne(where)));
        promised.push(...lives.flat());
      }

      const store = await open();
      try {
        const jobs = await store.queue.counts();
        const opened = promised.filter((line) => line.startsWith('opened ')).map((line) => line.split(' ')[1]!);
        assert.ok(opened.length >= KILLS, `only ${opened.length} cases in ${KILLS} lives`);
        for (const line of promised) {
          const [what, id, version] = line.split(' ');
          const c = await store.cases.find(id!);
          assert.ok(c, `${line} was lost`);
          assert.equal((await store.cases.events(id!)).length, c.version, `the events of ${line}`);
          if (what === 'changed') assert.deepEqual([c.version, c.captureCount], [Number(version), 1], line);
        }
        // Nobody claimed any: each case, acknowledged or not, has its gathering and its two cards waiting.
        const all = await store.cases.openCases(1_000_000);
        assert.deepEqual([jobs['gather']?.waiting, jobs['present']?.waiting], [all.length, 2 * all.length]);
        assert.equal(new Set(all.map((c) => c.number)).size, all.length);
      } finally {
        await store.close();
      }
    } finally {
      await database?.drop();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    }
  });
});
