import assert from 'node:assert/strict';
import { maxCharacters } from '../../../bot/diagnosis/dsregcmd/normalise.ts';
import { readCapture } from '../../../bot/diagnosis/dsregcmd/read-capture.ts';
import { fixtureText } from '../../helpers/fixture-captures.ts';
import { mustRead } from '../../helpers/read-facts.ts';

describe('readCapture', () => {
  it('reads a whole output of a hybrid joined laptop whose record is refused', () => {
    const capture = mustRead(fixtureText('hybrid-joined-refused'));
    assert.deepEqual(capture.device, {
      azureAdJoined: 'YES',
      enterpriseJoined: 'NO',
      domainJoined: 'YES',
      domainName: 'CONTOSO',
      virtualDesktop: 'NOT SET',
      deviceName: 'LAP-0417.contoso.com',
    });
    assert.deepEqual(capture.details, {
      deviceId: '4f1d6a52-9c1b-4f0e-8a77-2f5b8f0c3d11',
      thumbprint: '0F3A9C55B2D14E6688A7C1D2E3F405162738495A',
      certificateValidity: { startsAt: '2024-03-04T08:11:25.000Z', endsAt: '2034-03-04T08:41:25.000Z' },
      keyContainerId: 'b7a1c2d3-0011-4a5b-9c6d-77e8f9a0b1c2',
      keyProvider: 'Microsoft Platform Crypto Provider',
      tpmProtected: 'YES',
      deviceAuthStatus: { kind: 'refused' },
    });
    assert.equal(capture.tenant.tenantId, '1c2b3a49-5867-4766-9544-332211ffeedd');
    assert.equal(capture.tenant.mdmTouUrl, '');
    assert.equal(capture.sso.azureAdPrt, 'NO');
    assert.equal(capture.sso.attempts.length, 1);
    assert.match(capture.sso.attempts[0]?.serverErrorDescription ?? '', /^AADSTS70002: .* AADSTS50155: /);
    assert.equal(capture.executingAccountName, 'CONTOSO\\megan, megan@contoso.com');
    assert.deepEqual(capture.proxy, { autoConfigurationUrl: 'http://proxy.contoso.com/proxy.pac', autoDetect: 'YES', winHttpAccessType: 'DIRECT' });
    assert.deepEqual(capture.notes, []);
    assert.equal(capture.sections.length, 9);
  });

  it('does not keep the settings blob', () => {
    const capture = mustRead(fixtureText('hybrid-joined-refused'));
    assert.ok(!JSON.stringify(capture).includes('eyJVcmlz'));
    assert.ok(capture.rows.some((row) => row.section === 'Tenant Details' && row.name === 'JoinSrvVersion' && row.value === '2.0'));
  });

  it('keeps rows it does not know', () => {
    const capture = mustRead('| SSO State |\n AzureAdPrt : YES\n BrandNewRow : 17\n');
    assert.deepEqual(capture.rows.at(-1), { section: 'SSO State', name: 'BrandNewRow', value: '17' });
  });

  it('keeps registered accounts apart from the device and from each other', () => {
    const { workAccounts, user, details } = mustRead(fixtureText('registered-two-accounts'));
    assert.deepEqual(workAccounts.map(({ tenantName, deviceId }) => [tenantName, deviceId]), [
      ['Contoso', '2ae0bd49-b0f6-4f91-adb1-817be5f65215'],
      ['Fabrikam', '3bf1ce5a-c107-4002-bec2-928cf6076326'],
    ]);
    assert.equal(user.ngcSet, 'YES', 'NgcSet of the accounts is not that of the person');
    assert.deepEqual(details, {});
  });

  it('gives ids under Device State of an unjoined old machine to its registered account', () => {
    const { details, tenant, workAccounts, keySignTest } = mustRead(fixtureText('old-layout-registered'));
    assert.deepEqual([details, tenant], [{}, {}]);
    assert.equal(workAccounts.length, 1);
    assert.equal(workAccounts[0]?.tenantName, 'Contoso');
    assert.deepEqual(keySignTest, { kind: 'needs-elevation' });
  });

  it('reads the pre-join tests around the waiting line of an elevated run', () => {
    const { preJoin, proxy, user } = mustRead(fixtureText('pre-join-elevated'));
    assert.deepEqual(preJoin?.tests, {
      adConnectivity: { result: 'PASS' },
      adConfiguration: { result: 'PASS' },
      drsDiscovery: { result: 'FAIL', code: '0x801c0021', subcode: '0x80072ee2' },
      drsConnectivity: { result: 'SKIPPED' },
      kerberosTicket: { result: 'SKIPPED' },
      tokenAcquisition: { result: 'SKIPPED' },
    });
    assert.equal(preJoin?.clientTime, '2024-05-06T07:31:05.000Z');
    assert.equal(preJoin?.serverErrorSubCode, 'error_missing_device');
    assert.equal(preJoin?.httpsStatus, 400);
    assert.equal(user.wamDefaultError, '0x80070520');
    assert.equal(proxy.userProxy, undefined, 'the system account has the proxy, not the person');
  });

  it('gives each token attempt to the token line above it', () => {
    const { sso } = mustRead(fixtureText('four-token-attempts'));
    assert.deepEqual(sso.attempts.map(({ prt, kind, userIdentity }) => [prt, kind, userIdentity]), [
      ['entra', 'acquire', 'megan@contoso.com'],
      ['entra', 'refresh', 'lee@contoso.com'],
      ['enterprise', 'acquire', 'megan@contoso.com'],
      ['enterprise', 'refresh', 'megan@contoso.com'],
    ]);
    assert.equal(sso.attempts[1]?.correlationId, '7d6c5b4a-3928-4716-8504-f3e2d1c0b9a8', 'not the id quoted in the description');
  });

  it('settles by the address whose attempt it was when the token line is missing', () => {
    const rows = ['AcquirePrtDiagnostics : PRESENT', 'Attempt Status : 0xc000006d', 'Endpoint URI : https://fs.contoso.com/adfs/oauth2/token'];
    assert.equal(mustRead(rows.join('\n')).sso.attempts[0]?.prt, 'enterprise');
  });

  it('does not take a failed host name update for a failed join', () => {
    const { preJoin, postJoin } = mustRead(fixtureText('host-name-update-failed'));
    assert.equal(preJoin, undefined);
    assert.deepEqual(postJoin, { aadRecoveryEnabled: 'NO', clientTime: '2024-04-02T10:00:00.000Z' });
  });

  it('tells a device check that could not run from a refusal', () => {
    const { details } = mustRead(fixtureText('device-check-could-not-run'));
    assert.deepEqual(details.deviceAuthStatus, { kind: 'could-not-run', code: '0xd000023c' });
    assert.equal(mustRead('DeviceAuthStatus : FAILED').details.deviceAuthStatus, undefined, 'cut off: says nothing');
  });

  it('takes masked and impossible values for unknown, not for wrong', () => {
    const { device, details, tenant, sso, notes } = mustRead(fixtureText('masked'));
    assert.deepEqual(device, { azureAdJoined: 'YES', enterpriseJoined: 'NO', domainJoined: 'YES' });
    assert.deepEqual(Object.keys(details), ['keyProvider', 'tpmProtected', 'deviceAuthStatus']);
    assert.deepEqual(tenant, { mdmTouUrl: '' });
    assert.equal(sso.azureAdPrtUpdatedAt, undefined);
    assert.ok(notes.includes('masked'));
  });

  it('reads the last of two outputs and leaves the remark after it alone', () => {
    const { details, sso, notes } = mustRead(fixtureText('before-and-after'));
    assert.deepEqual(details.deviceAuthStatus, { kind: 'success' });
    assert.equal(sso.azureAdPrt, 'YES');
    assert.deepEqual(sso.attempts, []);
    assert.ok(notes.includes('doubled'));
  });

  it('reads a page that was translated and run together', () => {
    const { device, user, sso, notes } = mustRead(fixtureText('translated-page'));
    assert.deepEqual([device.azureAdJoined, device.enterpriseJoined, device.domainJoined], ['YES', 'NO', 'YES']);
    assert.deepEqual([sso.azureAdPrt, sso.enterprisePrt, sso.onPremTgt, user.wamDefaultSet], ['YES', 'NO', 'YES', 'NO']);
    assert.ok(notes.includes('translated') && notes.includes('flattened'));
  });

  it('reads rows of a list without any title', () => {
    const { device, sso, user, workAccounts, notes, preJoin } = mustRead(fixtureText('bare-rows-in-list'));
    assert.deepEqual([device.azureAdJoined, sso.azureAdPrt, user.wamDefaultSet], ['YES', 'NO', 'YES']);
    assert.deepEqual(workAccounts, [{ deviceId: '2ae0bd49-b0f6-4f91-adb1-817be5f65215', tpmProtected: 'NO' }]);
    assert.equal(preJoin, undefined);
    assert.ok(notes.includes('rows-only'));
  });

  it('reads a row in prose and the codes beside it', () => {
    const { device, looseCodes } = mustRead(fixtureText('prose-with-event'));
    assert.equal(device.azureAdJoined, 'NO');
    assert.deepEqual(looseCodes, ['error_hostname_duplicate', '0x801c0083']);
  });

  it('hands on the codes of a text without any row', () => {
    const { notes, looseCodes, rows } = mustRead(fixtureText('event-only'));
    assert.deepEqual([notes, looseCodes, rows], [['error-code-only'], ['CAA2000C', 'AADSTS50076'], []]);
  });

  const sentences: readonly [string, 'YES' | 'NO' | undefined][] = [
    ['It says **AzureAdPrt: NO** for me', 'NO'],
    ['SSO STATE - AzureAdPRT - NO', 'NO'],
    ['my AzureAdPrt is still NO', 'NO'],
    ['AzureADPrt=yes;DomainJoined=no', 'YES'],
    ['Under SSO State the AzureAdPrt row shows YES and AzureAdPrt shows YES', 'YES'],
  ];
  for (const [sentence, flag] of sentences) {
    it(`reads the row in: ${sentence}`, () => assert.equal(mustRead(sentence).sso.azureAdPrt, flag));
  }

  const noCaptures = [
    'yes',
    'no',
    'Hello: how are you',
    'What does AzureAdPrt mean?',
    'what if AzureAdPrt is NO?',
    'AzureAdPrt should be YES',
    'AzureAdJoined: no idea where I see that',
    'Please check AzureAdJoined, DomainJoined and AzureAdPrt',
    'AzureAdJoined:\nDomainJoined:\nAzureAdPrt:',
    'Device name\tLAPTOP-7\nDevice ID\t12345678-1234-1234-1234-123456789012\nProduct ID\t00330-80000-00000-AA123',
    'Device Name: LAPTOP-7\nDevice ID: 12345678-1234-1234-1234-123456789012',
    'In SSO State everything is fine, user state too.',
  ];
  for (const text of noCaptures) {
    it(`finds no output in: ${text.slice(0, 50).replaceAll('\n', ' / ')}`, () => {
      assert.deepEqual(readCapture(text), { kind: 'unreadable', reason: 'no-dsregcmd' });
    });
  }

  it('takes the error page of Entra for a code, not for an output', () => {
    const page = 'Request Id: 6bff0bd9-820b-484b-ab20-2a4f7b76c58e\nCorrelation Id: 6bff0bd9-820b-484b-ab20-2a4f7b76c58e\nTimestamp: 2024-05-06T07:00:00Z\nError code: 53003';
    const capture = mustRead(page);
    assert.deepEqual([capture.notes, capture.looseCodes], [['error-code-only'], ['AADSTS53003']]);
  });

  it('says why a text cannot be read at all', () => {
    assert.deepEqual(readCapture(' \r\n\u00a0\ufeff'), { kind: 'unreadable', reason: 'empty' });
    assert.deepEqual(readCapture('x'.repeat(maxCharacters + 1)), { kind: 'unreadable', reason: 'too-large' });
  });

  it('notes a missing part', () => {
    assert.ok(mustRead('AzureAdJoined : YES').notes.includes('partial'));
    assert.ok(!mustRead(fixtureText('entra-joined-healthy')).notes.includes('partial'));
  });
});
