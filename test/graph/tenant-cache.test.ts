import assert from 'node:assert/strict';
import { within } from '../../bot/graph/deadline.ts';
import type { Reading } from '../../bot/graph/part.ts';
import { openTenantCache } from '../../bot/graph/tenant-cache.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const read = (value: string): Reading<string> => ({ kind: 'read', value, at: '2026-03-02T09:00:00Z' });

describe('graph/tenant-cache', () => {
  it('asks once however many want it, and remembers', async () => {
    const cache = openTenantCache();
    let asked = 0;
    const ask = async () => {
      asked += 1;
      await pause(20);
      return read('x');
    };
    const all = await Promise.all(Array.from({ length: 50 }, () => cache.share('policies', 60_000, within(1_000), ask)));
    await cache.share('policies', 60_000, within(1_000), ask);
    assert.equal(asked, 1);
    assert.ok(all.every(({ kind }) => kind === 'read'));
    assert.equal(cache.holds('policies'), true);
    assert.equal(cache.holds('other'), false);
  });

  it('lets the hasty one go without taking the answer from the others', async () => {
    const cache = openTenantCache();
    const ask = async () => {
      await pause(120);
      return read('x');
    };
    const [hasty, patient] = await Promise.all([cache.share('k', 60_000, within(30), ask), cache.share('k', 60_000, within(1_000), ask)]);
    assert.deepEqual(hasty, { kind: 'failed', reason: 'timed-out' });
    assert.equal(patient.kind, 'read');
  });

  it('asks anew when the time is over', async () => {
    const cache = openTenantCache();
    let asked = 0;
    const ask = async () => read(String(++asked));
    await cache.share('k', 30, within(1_000), ask);
    await pause(50);
    const second = await cache.share('k', 30, within(1_000), ask);
    assert.equal(second.kind === 'read' && second.value, '2');
  });
});
