import assert from 'node:assert/strict';
import { plainWords } from '../../bot/cases/plain-words.ts';

describe('the words of a case', () => {
  it('are one line without characters that hide or turn text around', () => {
    assert.equal(plainWords(' I\u202e can\u0007t\r\n\tsign\u200b in \u2066now\u2069 '), 'I can t sign in now');
  });
  it('have at most 300 characters, and no half of one', () => {
    const long = plainWords('😀'.repeat(2_000));
    assert.equal([...long].length, 300);
    assert.ok(long.isWellFormed());
    assert.ok(long.endsWith('…'));
  });
  it('stay untouched otherwise, markup included', () => {
    assert.equal(plainWords('<b>**CAA50021**</b> [x](y)'), '<b>**CAA50021**</b> [x](y)');
  });
});
