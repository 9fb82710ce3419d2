import assert from 'node:assert/strict';
import { fields } from '../../../bot/diagnosis/dsregcmd/fields.ts';
import { fold } from '../../../bot/diagnosis/dsregcmd/fold.ts';
import { sections } from '../../../bot/diagnosis/dsregcmd/sections.ts';
import {
  isMasked, readDeviceAuthStatus, readFlag, readGuid, readKeySignTest, readTest, readThumbprint, readTime, readValidity,
} from '../../../bot/diagnosis/dsregcmd/values.ts';

describe('values of rows', () => {
  it('reads flags however they are written', () => {
    for (const yes of ['YES', 'yes', 'Yes.', '"YES",', 'YE5', 'JA', 'Oui', 'SIM', 'Sì', 'はい', 'YES ( StateReady )']) assert.equal(readFlag(yes)?.flag, 'YES', yes);
    for (const no of ['NO', 'no', 'N0', 'NEIN', 'Não', 'NON', 'いいえ', '否']) assert.equal(readFlag(no)?.flag, 'NO', no);
    assert.deepEqual(readFlag('ERROR (0x80070520)'), { flag: 'ERROR', length: 18, translated: false, code: '0x80070520' });
    assert.equal(readFlag('[UNKNOWN_ERROR]')?.flag, 'ERROR');
  });

  it('reads no flag from a choice, a sentence or another word', () => {
    for (const none of ['YES/NO', 'YES or NO', 'no idea', 'NOT SET', 'NONE', 'YESTERDAY', '', '***', 'UNKNOWN']) assert.equal(readFlag(none), undefined, none);
  });

  it('reads whole ids only', () => {
    assert.equal(readGuid('{ B16898C6-A148-4967-9171-64D755DA8520 } (AzureAd)'), 'b16898c6-a148-4967-9171-64d755da8520');
    assert.equal(readGuid('b16898c6-a148-4967-9171-64d755da852'), undefined);
    assert.equal(readGuid('b16898c6-a148-4967-9171-64d755da85201'), undefined);
    assert.equal(readThumbprint('0f3a9c55b2d14e6688a7c1d2e3f405162738495a'), '0F3A9C55B2D14E6688A7C1D2E3F405162738495A');
    assert.equal(readThumbprint('0F3A9C'), undefined);
  });

  it('reads times as UTC and no day that does not exist', () => {
    assert.equal(readTime('2020-07-18 20:10:33.789 UTC'), '2020-07-18T20:10:33.789Z');
    assert.equal(readTime('2020-07-18 20:10:33'), '2020-07-18T20:10:33.000Z');
    assert.equal(readTime('2021-02-30 20:10:33 UTC'), undefined);
    assert.equal(readTime('yesterday'), undefined);
  });

  it('reads a validity with one dash, without milliseconds and with half of it gone', () => {
    const both = { startsAt: '2019-01-11T21:02:50.000Z', endsAt: '2029-01-11T21:32:50.000Z' };
    assert.deepEqual(readValidity('[ 2019-01-11 21:02:50.000 UTC -- 2029-01-11 21:32:50.000 UTC ]'), both);
    assert.deepEqual(readValidity('[2019-01-11 21:02:50 UTC - 2029-01-11 21:32:50 UTC]'), both);
    assert.deepEqual(readValidity('[ 2019-01-11 21:02:50.000 UTC -- 20'), { startsAt: both.startsAt });
  });

  it('reads pre-join tests with their codes', () => {
    assert.deepEqual(readTest('FAIL [0x801C0021/0x801c000c]'), { result: 'FAIL', code: '0x801c0021', subcode: '0x801c000c' });
    assert.deepEqual(readTest('PASS'), { result: 'PASS' });
    assert.deepEqual(readTest('SKIPPED.'), { result: 'SKIPPED' });
    assert.equal(readTest('pending'), undefined);
  });

  it('reads the three families of DeviceAuthStatus', () => {
    assert.deepEqual(readDeviceAuthStatus('SUCCESS'), { kind: 'success' });
    assert.deepEqual(readDeviceAuthStatus('FAILED. Device is either disabled or deleted.'), { kind: 'refused' });
    assert.deepEqual(readDeviceAuthStatus('FAILED. ERROR'), { kind: 'could-not-run' });
    assert.deepEqual(readDeviceAuthStatus('FAILED. Error: 0xD000023C'), { kind: 'could-not-run', code: '0xd000023c' });
  });

  it('reads KeySignTest through its second colon', () => {
    assert.deepEqual(readKeySignTest(': PASSED'), { kind: 'passed' });
    assert.deepEqual(readKeySignTest(': MUST Run elevated to test.'), { kind: 'needs-elevation' });
    assert.deepEqual(readKeySignTest('FAILED (device key)'), { kind: 'failed', detail: 'device key' });
    assert.deepEqual(readKeySignTest('FAILED'), { kind: 'failed' });
  });

  it('recognizes masked values', () => {
    for (const masked of ['xxxx', 'XXXXXX', '***', '[REDACTED]', '[Date]', '{lots of characters}', 'a1b2...f0', '(...)', '<tenant id>', '........']) assert.ok(isMasked(masked), masked);
    for (const open of ['NO', '[ 2019-01-11 21:02:50.000 UTC -- 2029-01-11 21:32:50.000 UTC ]', '{BF00B825-3F95-4E6C-A1DB-8BC380B1FB74}', 'CONTOSO', '[0x801c0021]']) {
      assert.ok(!isMasked(open), open);
    }
  });
});

describe('the table of rows', () => {
  it('has no name that folds into another row or a title', () => {
    for (const [key, field] of fields) {
      assert.ok(key === field.key || fold(field.name) === field.key);
      assert.ok(!sections.has(key), key);
    }
    assert.equal(fields.get(fold('Client Error Code')), fields.get(fold('Client ErrorCode')));
    assert.notEqual(fields.get(fold('HTTP status')), fields.get(fold('Https Status')));
  });
});
