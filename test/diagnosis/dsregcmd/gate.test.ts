import assert from 'node:assert/strict';
import { checkGate, type GateVerdict } from '../../../bot/diagnosis/dsregcmd/gate.ts';
import { fixtureText } from '../../helpers/fixture-captures.ts';
import { mustRead } from '../../helpers/read-facts.ts';

const now = '2024-05-06T08:00:00.000Z';
const megan = { userPrincipalName: 'Megan@contoso.com' };

function gate(text: string, context: { tenantId?: string; receivedAt?: string; person?: typeof megan } = {}): GateVerdict {
  const { receivedAt = now, person = megan, tenantId } = context;
  return checkGate({ capture: mustRead(text), receivedAt, origin: 'text' }, { person, now, ...(tenantId && { tenantId }) });
}

function facts({ usable, reasonId, userRowsValid, deviceRowsValid }: GateVerdict) {
  return { usable, reasonId, userRowsValid, deviceRowsValid };
}

const joined = 'AzureAdJoined : YES\nDomainJoined : YES\n';
const user = (account: string) => `${joined}AzureAdPrt : NO\nExecuting Account Name : ${account}`;

describe('checkGate', () => {
  it('lets a whole output of the person through', () => {
    assert.deepEqual(gate(fixtureText('hybrid-joined-refused')), { usable: true, reason: null, userRowsValid: true, deviceRowsValid: true });
  });

  it('recognizes the computer account in every spelling', () => {
    for (const account of ['CONTOSO\\LAP-0417$, LAP-0417$@contoso.com', 'NT AUTHORITY\\SYSTEM', 'SYSTEM']) {
      assert.deepEqual(facts(gate(user(account))), { usable: false, reasonId: 'system', userRowsValid: false, deviceRowsValid: true }, account);
    }
  });

  it('recognizes another account, but not an alternate sign-in name', () => {
    assert.equal(gate(user('CONTOSO\\admin.lee, admin.lee@contoso.com')).reasonId, 'other-account');
    assert.equal(gate(user('CONTOSO\\megan, megan@corp.contoso.local')).userRowsValid, true);
    assert.equal(gate(user('CONTOSO\\m.bowen')).userRowsValid, true);
  });

  it('does not take somebody else’s token for the person’s', () => {
    for (const [account, reasonId] of [['CONTOSO\\admin.lee, admin.lee@contoso.com', 'other-account'], ['NT AUTHORITY\\SYSTEM', 'system']] as const) {
      const verdict = gate(`${joined}AzureAdPrt : YES\nExecuting Account Name : ${account}`);
      assert.deepEqual(facts(verdict), { usable: false, reasonId, userRowsValid: false, deviceRowsValid: true });
    }
  });

  it('recognizes an account of this computer only', () => {
    const text = 'AzureAdJoined : YES\nDomainJoined : NO\nDevice Name : LAP-0420\nAzureAdPrt : NO\nExecuting Account Name : LAP-0420\\admin';
    assert.deepEqual(facts(gate(text)), { usable: false, reasonId: 'local-account', userRowsValid: false, deviceRowsValid: true });
    assert.equal(gate(`${joined}AzureAdPrt : NO\nIsUserAzureAD : NO`).reasonId, 'local-account');
    assert.equal(gate(`${joined}AzureAdPrt : YES\nIsUserAzureAD : NO`).userRowsValid, true);
  });

  it('keeps a token that is there in an elevated run, and asks again when it is not', () => {
    for (const sign of ['KeySignTest : PASSED', 'WamDefaultSet : ERROR (0x80070520)', 'WamDefaultSet : ERROR (0xd0020017)', '| IE Proxy Config for System Account |']) {
      assert.deepEqual(facts(gate(`${joined}AzureAdPrt : NO\n${sign}`)), { usable: false, reasonId: 'elevated', userRowsValid: false, deviceRowsValid: true }, sign);
      assert.equal(gate(`${joined}AzureAdPrt : YES\n${sign}`).userRowsValid, true, sign);
    }
    assert.equal(gate(`${joined}AzureAdPrt : NO\nKeySignTest : : MUST Run elevated to test.`).userRowsValid, true);
  });

  it('uses the pre-join rows of an elevated run, where no token is expected anyway', () => {
    assert.deepEqual(facts(gate(fixtureText('pre-join-elevated'))), { usable: true, reasonId: undefined, userRowsValid: false, deviceRowsValid: true });
  });

  it('recognizes a Remote Desktop session', () => {
    assert.equal(gate(`${joined}AzureAdPrt : NO\nSessionIsNotRemote : NO`).reasonId, 'remote-session');
  });

  it('recognizes an output of more than a day ago, by the moment it reached us', () => {
    const old = fixtureText('pre-join-elevated');
    assert.deepEqual(facts(gate(old, { receivedAt: '2024-05-07T07:32:00Z' })), { usable: false, reasonId: 'stale', userRowsValid: false, deviceRowsValid: false });
    assert.equal(gate(old, { receivedAt: '2024-05-07T07:30:00Z' }).usable, true);
    const fromDisk = checkGate({ capture: mustRead(old), origin: 'text' }, { now: '2026-01-01T00:00:00Z' });
    assert.equal(fromDisk.usable, true, 'nobody knows when a file from disk was fresh');
  });

  it('recognizes a computer of another organization', () => {
    const text = fixtureText('entra-joined-healthy');
    assert.equal(gate(text, { tenantId: '99999999-8888-4777-8666-555555555555' }).reasonId, 'other-tenant');
    assert.equal(gate(text, { tenantId: '1C2B3A49-5867-4766-9544-332211FFEEDD' }).usable, true);
  });

  it('asks for the output when only a code came', () => {
    assert.equal(gate('CAA50021').reasonId, 'no-capture');
  });

  it('uses a part and says that it is one', () => {
    const verdict = gate('AzureAdPrt : NO');
    assert.deepEqual(facts(verdict), { usable: true, reasonId: 'partial', userRowsValid: true, deviceRowsValid: true });
    assert.match(verdict.reason ?? '', /missing/);
  });

  it('takes answers of the person as they are', () => {
    const capture = mustRead('AzureAdPrt : NO\nKeySignTest : PASSED');
    assert.equal(checkGate({ capture, origin: 'answers' }, { now }).userRowsValid, true);
  });
});
