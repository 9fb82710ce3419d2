import assert from 'node:assert/strict';
import { codesIn } from '../../../bot/diagnosis/codes/codes-in.ts';

const found: readonly [string, readonly string[]][] = [
  ['It says CAA50021 when I open Teams', ['CAA50021']],
  ['[CAA 50021] 0xcaa50021', ['CAA50021']],
  ['AADSTS70002: Error validating credentials. AADSTS50155: Device authentication failed', ['AADSTS70002', 'AADSTS50155']],
  ['Error code: 53003', ['AADSTS53003']],
  ['Fehlercode 50126', ['AADSTS50126']],
  ['failed with 0x801C03F2/0x80072ee7.', ['0x801c03f2', '0x80072ee7']],
  ['HRESULT -2145647630 returned', ['0x801c03f2']],
  ['error 3221225581', ['0xc000006d']],
  ['2149319666', ['0x801c03f2']],
  ['code 801c03f2', ['0x801c03f2']],
  ['WinHTTP 12007 and ERROR_WINHTTP 12002', ['WINHTTP12007', 'WINHTTP12002']],
  ['error_hostname_duplicate (0x801c0083)', ['error_hostname_duplicate', '0x801c0083']],
  ['MSIS7068: Access denied', ['MSIS7068']],
];
const none = [
  'call me at +49 2149318657',
  'phone 2149319666, mobile 2147954402',
  '555-123-4567 or 0800 80070520',
  'at 10:31:07 on 2024-05-06',
  'room 50126, ticket 700003',
  'id 80090016-1234-1234-1234-123456789012',
  'invoice 3399811105x',
  'Windows 10.0.22631.4460',
  '53003 Bonn',
  'yes',
];

describe('codesIn', () => {
  for (const [text, codes] of found) it(`finds ${codes.join(', ')} in: ${text}`, () => assert.deepEqual(codesIn(text), codes));
  for (const text of none) it(`finds nothing in: ${text}`, () => assert.deepEqual(codesIn(text), []));
});
