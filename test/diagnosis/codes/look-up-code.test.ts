import assert from 'node:assert/strict';
import { knownCodes } from '../../../bot/diagnosis/codes/code-table.ts';
import { lookUpCode } from '../../../bot/diagnosis/codes/look-up-code.ts';
import { causeIds } from '../../../bot/diagnosis/diagnosis.ts';
import { sharedJson, skipWithout } from '../../helpers/shared-reference.ts';

describe('lookUpCode', () => {
  const spellings: readonly [string, readonly string[]][] = [
    ['CAA50021', ['CAA50021', '0xCAA50021', 'caa50021', '3399811105', '-895156191', 'CAA 50021']],
    ['AADSTS700003', ['AADSTS700003', 'aadsts700003', '700003', 'AADSTS 700003', 'AADSTS700003:']],
    ['0x801c03f2', ['0x801c03f2', '801C03F2', '2149319666', '-2145647630', '[0x801c03f2]']],
    ['0xc000006d', ['0xC000006D', '3221225581', '-1073741715']],
    ['WINHTTP12007', ['12007', 'ERROR_WINHTTP 12007', 'WinHTTP 12007', '0x2ee7']],
    ['TP1003', ['TP1003', 'signInSessionStatusCode 1003']],
  ];
  for (const [code, all] of spellings) {
    it(`finds ${code} in every spelling`, () => {
      for (const spelling of all) assert.equal(lookUpCode(spelling)?.code, code, spelling);
    });
  }

  it('looks an NTSTATUS carried as HRESULT up by itself', () => {
    assert.equal(lookUpCode('0xd000006d')?.code, '0xc000006d');
    assert.equal(lookUpCode('0xd000023c')?.code, '0xd000023c', 'has an entry of its own');
  });

  it('finds a WinINet number in its other spellings', () => {
    assert.equal(lookUpCode('12157')?.code, '0x80072f7d');
  });

  it('falls back to the family and decides nothing by it', () => {
    const entry = lookUpCode('0x801c9999');
    assert.deepEqual([entry?.entry, entry?.code, entry?.cause], ['family', '0x801c9999', null]);
    assert.equal(lookUpCode('MSIS7066')?.entry, 'family');
    assert.equal(lookUpCode('AADSTS99999')?.entry, 'family');
  });

  it('finds nothing in what is no code', () => {
    for (const raw of ['', 'invalid_grant', '0x0', '400', 'CAA', 'hello', '10:31', '+49 123']) assert.equal(lookUpCode(raw), undefined, raw);
  });

  it('knows only causes of the house and has words for every code', () => {
    for (const { code, cause, also, meaning, remedy } of knownCodes.values()) {
      for (const id of cause ? [cause, ...also] : also) assert.ok(causeIds.includes(id), `${code}: ${id}`);
      assert.ok(meaning.length > 5 && remedy.length > 4, code);
    }
  });

  it('agrees with the reference table in every code, alias, cause and strength', function () {
    const reference = sharedJson('domain/codes.json');
    if (!reference) return skipWithout(this, 'reference code table');
    for (const expected of reference.codes) {
      const entry = knownCodes.get(expected.code);
      assert.ok(entry, expected.code);
      const { kind, cause, strength, confidence, also, sub } = entry;
      assert.deepEqual(
        { kind, cause, strength, confidence, also, sub },
        { kind: expected.kind, cause: expected.cause, strength: expected.strength, confidence: expected.confidence, also: expected.also, sub: expected.sub },
        expected.code,
      );
      for (const alias of expected.aliases) assert.equal(lookUpCode(alias)?.code, expected.code, `${expected.code} as ${alias}`);
    }
  });
});
