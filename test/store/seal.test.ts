import assert from 'node:assert/strict';
import { makeSealer } from '../../bot/store/seal.ts';

describe('sealing', () => {
  const sealer = makeSealer(Buffer.alloc(32, 'one key '));

  it('opens what it sealed, whatever it was', () => {
    for (const value of ['text ü 😀', '', { a: [1, null, { b: true }] }, 42]) {
      assert.deepEqual(sealer.open(sealer.seal(value, 'capture:1'), 'capture:1'), value);
    }
  });

  it('shows nothing of the text, and never the same bytes twice', () => {
    const one = Buffer.from(sealer.seal('canary canary canary', 'c'));
    const two = Buffer.from(sealer.seal('canary canary canary', 'c'));
    assert.equal(one.includes('canary'), false);
    assert.equal(one.equals(two), false);
  });

  it('refuses bytes moved to another case, changed on the way, or sealed with another key', () => {
    const sealed = Buffer.from(sealer.seal('text', 'capture:1'));
    assert.throws(() => sealer.open(sealed, 'capture:2'));
    for (const at of [0, 1, 6, 20, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = changed[at]! ^ 1;
      assert.throws(() => sealer.open(changed, 'capture:1'), `byte ${at}`);
    }
    assert.throws(() => makeSealer(Buffer.alloc(32, 'two keys')).open(sealed, 'capture:1'), /Not sealed with this key/);
  });

  it('gives one pseudonym for one text under one key', () => {
    const name = sealer.pseudonym('person', 'abc');
    assert.equal(name, sealer.pseudonym('person', 'abc'));
    assert.notEqual(name, sealer.pseudonym('device', 'abc'));
    assert.notEqual(name, makeSealer(Buffer.alloc(32, 'two keys')).pseudonym('person', 'abc'));
  });

  it('wants a key of 32 bytes', () => {
    assert.throws(() => makeSealer(Buffer.alloc(16)), { code: 'E_SETTING_INVALID', message: /DATA_KEY/ });
  });
});
