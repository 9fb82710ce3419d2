import assert from 'node:assert/strict';
import fc from 'fast-check';
import { choiceTitle, plain, plainOr } from '../../../cards/text/plain.ts';

describe('plain text', () => {
  it('keeps ordinary names of all scripts as they are', () => {
    for (const name of ['Adele Vance', 'Łukasz Żółć', '山田 太郎', 'محمد علي', 'José-María O’Neill', 'CONTOSO-LT-0417', 'a_b.c@contoso.example']) {
      assert.equal(plain(name), name);
    }
  });

  it('drops control, invisible and direction-changing characters', () => {
    assert.equal(plain('A\u202eB\u200b\u2066C\u0000\u0007D\u00ad\ufeff'), 'ABC D');
  });

  it('makes one line of many and one blank of many', () => {
    assert.equal(plain('  one\r\n\ttwo \u00a0 three\u2028four '), 'one two three four');
  });

  it('ends a long text with an ellipsis, counting characters and not their halves', () => {
    assert.equal(plain('abcdef', 4), 'abc…');
    assert.equal(plain('😀😀😀😀', 3), '😀😀…');
    assert.equal([...plain('x y '.repeat(100), 50)].length <= 50, true);
  });

  it('gives an endless word places to break, and leaves an ordinary address whole', () => {
    assert.match(plain('W'.repeat(70)), /^W{20}\u200bW{20}\u200b/);
    assert.equal(plain('adele.vance@contoso.example'), 'adele.vance@contoso.example');
    assert.doesNotMatch(plain('33333333-3333-4333-8333-333333333333'), /\u200b/);
  });

  it('disarms what clients and template engines evaluate', () => {
    assert.equal(plain('{{DATE(2020-01-01T00:00:00Z)}} ${x}'), '{ {DATE(2020-01-01T00:00:00Z)}} $ {x}');
    assert.doesNotMatch(plain('{{{{ $${{'), /\{\{|\$\{/);
  });

  it('is the same when applied twice, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 2, max: 200 }), (text, max) => {
        const once = plain(text, max);
        assert.equal(plain(once, max), once);
        assert.ok(once.isWellFormed());
      }),
      { numRuns: 500 },
    );
  });

  it('says something instead of nothing', () => {
    assert.equal(plainOr('\u200b', 'your laptop'), 'your laptop');
    assert.equal(plainOr(undefined, 'your laptop'), 'your laptop');
  });

  it('leaves nothing of Markdown in the title of a choice, but the hyphens of device names', () => {
    assert.equal(choiceTitle('CONTOSO-LT_0417'), 'CONTOSO-LT_0417');
    assert.equal(choiceTitle('**bold** [a](https://b) <i> `c` 1. d'), 'bold a https b i c 1 d');
  });
});
