import assert from 'node:assert/strict';
import { joinPieces } from '../../bot/cases/pieces.ts';
import type { StoredCapture } from '../../bot/cases/ports.ts';
import { dsregcmd, sections } from '../helpers/laptop.ts';

const at = (minutes: number): string => new Date(Date.parse('2026-11-23T09:00:00Z') + minutes * 60_000).toISOString();
const piece = (text: string, minutes: number, origin: StoredCapture['origin'] = 'text'): StoredCapture => ({ text, origin, receivedAt: at(minutes) });
const parts = sections({ prt: 'NO' });

describe('joining pieces', () => {
  it('reads parts that follow each other as one output, received when the first one was', () => {
    const joined = joinPieces([piece(parts.slice(0, 2).join('\n'), 0), piece(parts.slice(2, 5).join('\n'), 4), piece(parts.slice(5).join('\n'), 9)]);
    assert.equal(joined.length, 1);
    assert.equal(joined[0]?.receivedAt, at(0));
    assert.equal(joined[0]?.capture.sso.azureAdPrt, 'NO');
    assert.equal(joined[0]?.capture.device.azureAdJoined, 'YES');
  });

  it('counts a quarter of an hour from the first part', () => {
    assert.equal(joinPieces([piece(parts[0] ?? '', 0), piece(parts.slice(4).join('\n'), 15)]).length, 1);
    assert.equal(joinPieces([piece(parts[0] ?? '', 0), piece(parts.slice(4).join('\n'), 16)]).length, 2);
  });

  it('takes a person who begins anew for somebody who begins anew', () => {
    const half = parts.slice(0, 3).join('\n');
    assert.equal(joinPieces([piece(half, 0), piece(half, 1)]).length, 2);
    assert.equal(joinPieces([piece(half, 0), piece(dsregcmd(), 1)]).length, 2);
    assert.equal(joinPieces([piece(dsregcmd(), 0), piece(dsregcmd({ prt: 'NO' }), 1)]).length, 2);
  });

  it('never mixes answers with what was measured', () => {
    const joined = joinPieces([piece(parts[0] ?? '', 0), piece('AzureAdPrt : NO', 1, 'answers')]);
    assert.deepEqual(joined.map(({ origin }) => origin), ['text', 'answers']);
  });

  it('leaves out what says nothing', () => {
    assert.deepEqual(joinPieces([piece('hello', 0), piece('CAA50021', 1), piece('', 2)]), []);
  });
});
