import assert from 'node:assert/strict';
import { openBudget } from '../../bot/graph/budgets.ts';
import { within } from '../../bot/graph/deadline.ts';
import type { Reading } from '../../bot/graph/part.ts';
import { openPool } from '../../bot/graph/pool.ts';

describe('graph/pool', () => {
  const open = (read: (keys: readonly string[]) => Promise<Reading<string[]>>, units = 2) =>
    openPool<string, string[]>({ budget: openBudget({ units, windowMs: 150 }), maxKeys: 10, read, share: (key, rows) => rows.filter((row) => row.startsWith(key)) });
  const answer = (keys: readonly string[]): Reading<string[]> => ({ kind: 'read', value: keys.map((key) => `${key}!`), at: '' });

  it('takes everyone who waits along in one request and gives each their own', async () => {
    const rides: number[] = [];
    const pool = open(async (keys) => {
      rides.push(keys.length);
      return answer(keys);
    });
    const people = Array.from({ length: 25 }, (_, n) => `p${String(n).padStart(2, '0')}`);
    const readings = await Promise.all(people.map((one) => pool.load(one, within(2_000))));
    assert.deepEqual(readings.map((reading) => reading.kind === 'read' && reading.value), people.map((one) => [`${one}!`]));
    assert.equal(rides.reduce((sum, one) => sum + one, 0), 25);
    assert.ok(rides.length <= 4, String(rides));
  });

  it('lets each ask alone when the service refuses them together', async () => {
    const pool = open(async (keys) => (keys.length > 1 ? { kind: 'failed', reason: 'unavailable', status: 400 } : answer(keys)), 10);
    const readings = await Promise.all(['a', 'b'].map((one) => pool.load(one, within(1_000))));
    assert.deepEqual(readings.map(({ kind }) => kind), ['read', 'read']);
  });

  it('says throttled to those whose turn does not come in time', async () => {
    const pool = open(async (keys) => answer(keys), 1);
    await pool.load('a', within(1_000));
    assert.deepEqual(await pool.load('b', within(100)), { kind: 'failed', reason: 'throttled' });
    assert.equal((await pool.load('c', within(1_000))).kind, 'read');
  });
});
