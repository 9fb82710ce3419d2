import assert from 'node:assert/strict';
import { innermost } from '../../../bot/diagnosis/codes/innermost.ts';

const cases: readonly [readonly string[], string | undefined, string][] = [
  [['CAA50021', 'AADSTS50155'], 'AADSTS50155', 'a server number beats the client code'],
  [['AADSTS70002', 'AADSTS135011'], 'AADSTS135011', 'the specific number beats the wrapper before it'],
  [['AADSTS135011', 'AADSTS70002'], 'AADSTS135011', 'and the wrapper after it'],
  [['AADSTS50126', 'AADSTS700003'], 'AADSTS700003', 'the last specific number wins'],
  [['0xc000006d', '12007'], 'WINHTTP12007', 'the network beats the status around it'],
  [['0x801c0021', '0x80072ee2'], '0x80072ee2', 'a network subcode beats the join code'],
  [['0xc000006d', '0x80090016'], '0x80090016', 'a conclusive status beats a weak one'],
  [['CAA20004', 'CAA50021'], 'CAA20004', 'the umbrella never wins'],
  [['CAA50021'], 'CAA50021', 'a wrapper stands when it is all there is'],
  [['0xc000006d', 'AADSTS99999'], 'AADSTS99999', 'an unknown server number still says more than a status'],
  [['hello'], undefined, 'no code, no answer'],
  [[], undefined, 'nothing, no answer'],
];

describe('innermost', () => {
  for (const [codes, expected, why] of cases) it(`picks ${expected ?? 'nothing'} of ${codes.join(', ') || 'none'}: ${why}`, () => assert.equal(innermost(codes), expected));
});
