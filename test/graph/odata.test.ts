import assert from 'node:assert/strict';
import { anyOf, ids, literal, moment, query } from '../../bot/graph/odata.ts';

describe('graph/odata', () => {
  it('doubles quotes and encodes whatever would cut or bend the query', () => {
    const url = query({ filter: `displayName eq ${literal("O'Brien & Söhne #1 50%+?")}` });
    assert.equal(new URLSearchParams(url).get('$filter'), "displayName eq 'O''Brien & Söhne #1 50%+?'");
    assert.ok(!/[&#+ ]/.test(url.slice(1)));
  });

  it('joins several conditions in brackets and leaves one alone', () => {
    assert.equal(anyOf(['a eq 1']), 'a eq 1');
    assert.equal(anyOf(['a eq 1', 'b eq 2']), '(a eq 1 or b eq 2)');
  });

  it('keeps real ids only, lower-case and once', () => {
    const id = 'AAAAAAAA-1111-4222-8333-444444444444';
    assert.deepEqual(ids([id, id.toLowerCase(), null, undefined, '', "x' or 1 eq 1", '00000000-0000-0000-0000-000000000000']), [id.toLowerCase()]);
  });

  it('writes moments in whole seconds', () => {
    assert.equal(moment(new Date('2026-03-02T09:00:00.789Z')), '2026-03-02T09:00:00Z');
  });
});
