import assert from 'node:assert/strict';
import { type JoinType } from '../../../bot/diagnosis/capture.ts';
import { isJoined, joinType } from '../../../bot/diagnosis/dsregcmd/join-type.ts';
import { fixtureText } from '../../helpers/fixture-captures.ts';
import { mustRead } from '../../helpers/read-facts.ts';

const flags = (azure: string, domain: string, enterprise: string, workplace: string): string =>
  `AzureAdJoined : ${azure}\nDomainJoined : ${domain}\nEnterpriseJoined : ${enterprise}\nWorkplaceJoined : ${workplace}`;

const table: readonly [string, JoinType][] = [
  [flags('YES', 'NO', 'NO', 'NO'), 'entra-joined'],
  [flags('YES', 'NO', 'NO', 'YES'), 'entra-joined'],
  [flags('YES', 'YES', 'NO', 'NO'), 'hybrid-joined'],
  [flags('NO', 'YES', 'NO', 'NO'), 'domain-only'],
  [flags('NO', 'YES', 'NO', 'YES'), 'domain-and-registered'],
  [flags('NO', 'NO', 'NO', 'YES'), 'registered'],
  [flags('NO', 'NO', 'NO', 'NO'), 'none'],
  [flags('NO', 'YES', 'YES', 'NO'), 'on-premises-registered'],
  ['AzureAdJoined : NO', 'unknown'],
  ['AzureAdJoined : YES', 'unknown'],
  ['AzureAdJoined : YES\nDomainName : CONTOSO', 'hybrid-joined'],
  ['AD Connectivity Test : PASS\nUser Context : SYSTEM', 'domain-only'],
  ['DeviceAuthStatus : SUCCESS\nDomainJoined : NO', 'entra-joined'],
  ['WorkplaceJoined : YES\nWamDefaultSet : NO', 'registered'],
  ['AzureAdPrt : NO', 'unknown'],
];

describe('joinType', () => {
  for (const [text, type] of table) {
    it(`says ${type} for ${text.replaceAll('\n', ', ')}`, () => assert.equal(joinType(mustRead(text)), type));
  }

  it('does not take the device id of a registered account for a join', () => {
    const capture = mustRead(fixtureText('old-layout-registered'));
    assert.equal(joinType(capture), 'registered');
    assert.equal(isJoined(capture), false);
  });

  it('knows a join without knowing its type', () => {
    assert.equal(isJoined(mustRead('AzureAdJoined : YES')), true);
    assert.equal(isJoined(mustRead('AzureAdPrt : NO')), undefined);
  });
});
