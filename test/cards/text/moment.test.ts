import assert from 'node:assert/strict';
import { age, clientDateTime, clientTime, utc } from '../../../cards/text/moment.ts';

describe('moments', () => {
  it('are written for the client in whole seconds, as clients accept them', () => {
    assert.equal(clientTime('2026-11-22T09:15:00.123Z'), '{{TIME(2026-11-22T09:15:00Z)}}');
    assert.equal(clientDateTime('2026-11-22T10:15:00+01:00'), '{{DATE(2026-11-22T09:15:00Z, SHORT)}} {{TIME(2026-11-22T09:15:00Z)}}');
    assert.equal(utc('2026-11-22T09:15:00Z'), '2026-11-22 09:15 UTC');
  });

  it('are left out when they are none', () => {
    for (const none of [undefined, '', 'yesterday', '{{TIME(x)}}']) {
      assert.equal(clientTime(none) + clientDateTime(none) + utc(none), '');
    }
  });

  it('have an age in the largest unit that says enough', () => {
    const since = '2026-11-22T09:00:00Z';
    for (const [now, words] of [
      ['2026-11-22T09:00:30Z', 'just now'],
      ['2026-11-22T08:00:00Z', 'just now'],
      ['2026-11-22T09:12:59Z', '12 min'],
      ['2026-11-22T12:10:00Z', '3 h'],
      ['2026-11-24T12:00:00Z', '2 days'],
      ['not a moment', 'just now'],
    ] as const) {
      assert.equal(age(since, now), words);
    }
  });
});
