import assert from 'node:assert/strict';
import { retryAfterMs } from '../../bot/graph/retry-after.ts';

describe('graph/retry-after', () => {
  const now = new Date('2026-03-02T09:00:00Z');

  it('reads seconds and dates', () => {
    assert.equal(retryAfterMs('7', now), 7_000);
    assert.equal(retryAfterMs('Mon, 02 Mar 2026 09:00:05 GMT', now), 5_000);
    assert.equal(retryAfterMs('Mon, 02 Mar 2026 08:00:00 GMT', now), 0);
  });

  it('says nothing where nothing sensible is asked', () => {
    for (const header of [undefined, '', 'soon', '-3']) assert.equal(retryAfterMs(header, now) ?? 0, 0, header);
    assert.equal(retryAfterMs('soon', now), undefined);
  });
});
