import assert from 'node:assert/strict';
import { defaultRates, openBudget } from '../../bot/graph/budgets.ts';
import { within } from '../../bot/graph/deadline.ts';

describe('graph/budgets', () => {
  it('lets as many through as the window holds and the next when the oldest has left it', async () => {
    const budget = openBudget({ units: 2, windowMs: 100 });
    const started = performance.now();
    await budget.acquire(1, within(15_000));
    await budget.acquire(1, within(15_000));
    assert.equal(budget.free(), 0);
    assert.equal(await budget.acquire(1, within(15_000)), true);
    assert.ok(performance.now() - started >= 100, 'the third waits for the window');
  });

  it('never lets more through in any window than the limit, however many ask at once', async () => {
    const budget = openBudget({ units: 4, windowMs: 150 });
    const moments: number[] = [];
    await Promise.all(
      Array.from({ length: 12 }, async () => {
        if (await budget.acquire(1, within(15_000))) moments.push(performance.now());
      }),
    );
    assert.equal(moments.length, 12);
    for (const [index, at] of moments.entries()) {
      const later = moments[index + 4];
      if (later !== undefined) assert.ok(later - at >= 150, `five within ${later - at} ms`);
    }
  });

  it('serves in the order of asking', async () => {
    const budget = openBudget({ units: 1, windowMs: 20 });
    const order: number[] = [];
    await Promise.all([1, 2, 3].map(async (n) => (await budget.acquire(1, within(15_000))) && order.push(n)));
    assert.deepEqual(order, [1, 2, 3]);
  });

  it('says no at the deadline and takes nothing for it', async () => {
    const budget = openBudget({ units: 1, windowMs: 1_500 });
    await budget.acquire(1, within(15_000));
    assert.equal(await budget.acquire(1, within(120)), false);
    assert.equal(await budget.acquire(1, within(15_000)), true);
  });

  it('keeps one place free for somebody who stands waiting', async () => {
    const budget = openBudget({ units: 2, windowMs: 60_000, keepFree: 1 });
    assert.equal(await budget.acquire(1, within(15_000)), true);
    assert.equal(budget.free(), 0);
    assert.equal(await budget.acquire(1, within(100)), false);
    assert.equal(await budget.acquire(1, within(15_000), true), true);
  });

  it('stays silent for as long as the service asked, and says so at once to whom that is too long', async () => {
    const budget = openBudget({ units: 5, windowMs: 100 });
    const started = performance.now();
    budget.pause(600);
    assert.equal(await budget.acquire(1, within(500)), false);
    assert.ok(performance.now() - started < 400);
    assert.equal(await budget.acquire(1, within(15_000)), true);
    assert.ok(performance.now() - started >= 595);
  });

  it('counts a question from its answer on, for the service may have counted it that late', async () => {
    const budget = openBudget({ units: 1, windowMs: 100 });
    await budget.acquire(1, within(15_000));
    await new Promise((resolve) => setTimeout(resolve, 80));
    budget.answered();
    const started = performance.now();
    await budget.acquire(1, within(15_000));
    assert.ok(performance.now() - started >= 100);
  });

  it('stays within the published limits, with one log query kept free', () => {
    assert.deepEqual(defaultRates.reports, { units: 5, windowMs: 10_000, keepFree: 1 });
    assert.deepEqual(defaultRates['conditional-access'], { units: 1, windowMs: 1_000 });
    assert.ok(defaultRates.identity.units <= 3_500);
    assert.ok(defaultRates['intune-devices'].units <= 2_000);
    assert.ok(defaultRates['intune-other'].units <= 1_000);
  });
});
