import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conversationLimits, globalLimits, Pace } from '../../bot/web/pace.ts';

describe('pace', () => {
  it('never lets more through than any limit allows, whenever somebody asks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 400 }),
        fc.constantFrom(conversationLimits, globalLimits),
        (pauses, limits) => {
          const pace = new Pace(limits);
          const sent: number[] = [];
          let now = 1_000_000;
          for (const pause of pauses) {
            now += pause;
            now += pace.waitMs(now);
            assert.equal(pace.waitMs(now), 0);
            pace.note(now);
            sent.push(now);
          }
          for (const { count, seconds } of limits) {
            for (let index = count; index < sent.length; index += 1)
              assert.ok((sent[index] ?? 0) - (sent[index - count] ?? 0) >= seconds * 1000);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('does not make the first ones wait', () => {
    const pace = new Pace(conversationLimits);
    for (let index = 0; index < 7; index += 1) {
      assert.equal(pace.waitMs(0), 0);
      pace.note(0);
    }
    assert.equal(pace.waitMs(0), 1_000);
  });
});
