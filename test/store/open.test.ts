import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../bot/store/folder-lock.ts';
import { openStore } from '../../bot/store/open.ts';
import { TEST_DATA_KEY } from '../helpers/open-test-store.ts';

const common = { dataKey: TEST_DATA_KEY, clock: () => new Date() };

describe('opening the store', () => {
  let folder: string;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'helpdesk-open-')); });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives a folder to one process only, says so within a second, and frees it when that one is killed', async function () {
    this.timeout(30_000);
    const holder = spawn(process.execPath, ['--expose-gc', '-e', `
      import(${JSON.stringify(new URL('../../bot/store/folder-lock.ts', import.meta.url).href)})
        .then(({ lockFolder }) => { lockFolder(${JSON.stringify(folder)}); gc(); console.log('held'); setInterval(gc, 100); });`],
      { stdio: ['ignore', 'pipe', 'pipe'] });
    let complaints = '';
    holder.stderr.on('data', (bytes: Buffer) => { complaints += bytes.toString(); });
    const ended = once(holder, 'close');
    try {
      await once(holder.stdout, 'data');
      const asked = performance.now();
      await assert.rejects(openStore({ ...common, dataDir: folder }), { code: 'E_STORE_LOCKED', message: new RegExp(folder) });
      assert.ok(performance.now() - asked < 1_000);
    } finally {
      holder.kill('SIGKILL');
      await ended;
    }
    assert.equal(complaints, '', 'no warning on the terminal');
    lockFolder(folder).release();
  });

  it('gives a folder to one store of a process only, and again after closing', async function () {
    this.timeout(30_000);
    const store = await openStore({ ...common, dataDir: folder });
    await assert.rejects(openStore({ ...common, dataDir: folder }), { code: 'E_STORE_LOCKED' });
    assert.equal(await store.ready(), true);
    await store.close();
    await store.close();
    assert.equal(await store.ready(), 'The database does not answer.');
    await (await openStore({ ...common, dataDir: folder })).close();
  });

  it('names DATA_DIR when it cannot be a folder', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await assert.rejects(openStore({ ...common, dataDir: join(file, 'below') }), { code: 'E_SETTING_INVALID', message: /DATA_DIR/ });
  });

  it('names DATABASE_URL when nothing listens there, within five seconds when nothing answers, and never its password', async function () {
    this.timeout(15_000);
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const sockets = new Set<{ destroy(): void }>();
    silent.on('connection', (socket) => sockets.add(socket));
    try {
      for (const url of ['postgres://u:hunter2@127.0.0.1:1/x', `postgres://u:hunter2@127.0.0.1:${port}/x`]) {
        const asked = performance.now();
        await assert.rejects(openStore({ ...common, databaseUrl: url }), (error: Error) => {
          assert.match(error.message, /^DATABASE_URL does not answer/);
          assert.equal(JSON.stringify([error.message, error.stack]).includes('hunter2'), false);
          return true;
        });
        assert.ok(performance.now() - asked < 8_000);
      }
    } finally {
      sockets.forEach((socket) => socket.destroy());
      silent.close();
    }
  });
});
