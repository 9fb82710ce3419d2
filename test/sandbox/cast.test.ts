import assert from 'node:assert/strict';
import { causeIds } from '../../bot/diagnosis/diagnosis.ts';
import { cast, type CastMember } from '../../env/sandbox/people.ts';
import { q, rig } from './support.ts';

interface Picture {
  user: any;
  device: any;
  deleted: any;
  managed: any;
  /** Failing rows of the last day, newest first, interactive or not. */
  failing: any[];
  succeeded: any[];
  audits: any[];
  capture: string;
}

describe('sandbox: cast', () => {
  const t = rig();

  async function look({ slug, aadObjectId, deviceId, deviceName }: CastMember): Promise<Picture> {
    const value = async (path: string, version: 'v1.0' | 'beta' = 'v1.0'): Promise<any[]> =>
      (await t.ask(path, { version, headers: { Prefer: 'include-unknown-enum-members' } })).body.value;
    const day = new Date(t.sandbox.now().getTime() - 86_400_000).toISOString();
    const both = "(signInEventTypes/any(t: t eq 'interactiveUser') or signInEventTypes/any(t: t eq 'nonInteractiveUser'))";
    const rows = await value(
      `/auditLogs/signIns${q({ $filter: `userId eq '${aadObjectId}' and createdDateTime ge ${day} and ${both}` })}`,
      'beta',
    );
    const device = deviceId ? await t.ask(`/devices(deviceId='${deviceId}')`) : undefined;
    return {
      user: (await t.ask(`/users/${aadObjectId}?$select=id,userType,accountEnabled,userPrincipalName`)).body,
      device: device?.status === 200 ? device.body : undefined,
      deleted: (await value('/directory/deletedItems/microsoft.graph.device', 'beta')).find((row) => row.deviceId === deviceId),
      managed: (await value(`/users/${aadObjectId}/managedDevices`)).find((row) => row.azureADDeviceId === deviceId),
      failing: rows.filter((row) => row.status.errorCode !== 0),
      succeeded: rows.filter((row) => row.status.errorCode === 0),
      audits: deviceName
        ? await value(`/auditLogs/directoryAudits${q({ $filter: `targetResources/any(t:t/displayName eq '${deviceName}')` })}`)
        : [],
      capture: await (await fetch(`${t.sandbox.url}/_captures/${slug}`)).text(),
    };
  }

  const picture = (slug: string): Promise<Picture> => look(cast.find((member) => member.slug === slug)!);
  const codes = (rows: any[]): number[] => [...new Set<number>(rows.map((row) => row.status.errorCode))].sort();
  const failures = (rows: any[]): string[] => [
    ...new Set<string>(
      rows.flatMap((row) =>
        row.appliedConditionalAccessPolicies
          .filter((policy: any) => policy.result === 'failure')
          .flatMap((policy: any) => policy.enforcedGrantControls),
      ),
    ),
  ];
  const hasPrt = (text: string): boolean => /AzureAdPrt : YES/.test(text);
  const authStatus = (text: string): string | undefined => /DeviceAuthStatus : (.*)/.exec(text)?.[1]?.trim();

  it('has one person for every cause, each with ids of their own', () => {
    for (const cause of causeIds)
      assert.ok(
        cast.some((member) => member.causeId === cause && member.slug === cause),
        cause,
      );
    for (const slug of ['healthy', 'new-laptop', 'two-devices', 'guest', 'disabled-user'])
      assert.ok(
        cast.some((member) => member.slug === slug),
        slug,
      );
    assert.equal(new Set(cast.map((member) => member.aadObjectId)).size, cast.length);
    assert.equal(new Set(cast.map((member) => member.upn)).size, cast.length);
  });

  it('keeps its ids from run to run', () => {
    const member = cast.find(({ slug }) => slug === 'record-deleted')!;
    assert.deepEqual(
      [member.upn, member.aadObjectId, member.deviceId],
      [
      'mara.lindqvist@contoso.com',
      '9393bf72-fed2-4145-ae79-d6483a1afbed',
      '8b7f833f-23db-45bb-8ecd-404a81e0860d',
    ],
    );
    assert.match(member.aadObjectId, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('record-deleted: gone from the directory, in the bin, deleted by an app, refused as not found', async () => {
    const p = await picture('record-deleted');
    assert.equal(p.device, undefined);
    assert.ok(p.deleted.deletedDateTime);
    assert.equal(p.audits[0].activityDisplayName, 'Delete device');
    assert.equal(p.audits[0].targetResources[0].id, p.deleted.id);
    assert.deepEqual(codes(p.failing), [700003]);
    assert.ok(
      p.failing.every((row) => row.appliedConditionalAccessPolicies.length === 0 && row.conditionalAccessStatus === 'notApplied'),
    );
    assert.ok(!hasPrt(p.capture) && /disabled or deleted/.test(authStatus(p.capture) ?? ''));
  });

  it('record-disabled: there and switched off, with the change and its author in the audit log', async () => {
    const p = await picture('record-disabled');
    assert.equal(p.device.accountEnabled, false);
    assert.deepEqual(codes(p.failing), [135011]);
    const change = p.audits.find((row) => row.activityDisplayName === 'Update device');
    assert.equal(change.targetResources[0].modifiedProperties[0].newValue, '[false]');
    assert.ok(change.initiatedBy.user.userPrincipalName);
    assert.ok(!hasPrt(p.capture));
  });

  it('not-compliant: managed, not compliant, a rule named, refused by the compliant-device grant', async () => {
    const p = await picture('not-compliant');
    assert.deepEqual([p.device.isManaged, p.device.isCompliant, p.managed.complianceState], [true, false, 'noncompliant']);
    assert.deepEqual([codes(p.failing), failures(p.failing)], [[53000], ['RequireCompliantDevice']]);
    assert.ok(
      p.failing.every((row) => row.deviceDetail.deviceId === p.device.deviceId && row.deviceDetail.isCompliant === false),
    );
    assert.ok(hasPrt(p.capture) && authStatus(p.capture) === 'SUCCESS');
  });

  it('not-managed: joined for long, no Intune record, an enrolment refused', async () => {
    const p = await picture('not-managed');
    assert.deepEqual([p.device.isManaged, p.device.isCompliant, p.device.mdmAppId, p.managed], [false, null, null, undefined]);
    assert.deepEqual([codes(p.failing), failures(p.failing)], [[530003], ['RequireCompliantDevice']]);
    assert.equal(
      (await t.ask(`/users/${p.user.id}/deviceManagementTroubleshootingEvents`)).body.value[0].failureCategory,
      'authorization',
    );
    assert.match(p.capture, /MdmUrl :\r/);
  });

  it('wrong-join-type: registered only, where hybrid joined is asked for', async () => {
    const p = await picture('wrong-join-type');
    assert.deepEqual([p.device.trustType, p.device.isCompliant], ['Workplace', true]);
    assert.deepEqual([codes(p.failing), failures(p.failing)], [[53001], ['RequireDomainJoinedDevice']]);
    assert.match(p.capture, /WorkplaceJoined : YES/);
    assert.match(p.capture, /AzureAdJoined : NO/);
  });

  it('hybrid-sync: a pending stub, found by name, and the error of a registration that is not through', async () => {
    const p = await picture('hybrid-sync');
    assert.deepEqual(
      [p.device.trustType, p.device.registrationDateTime, p.device.onPremisesSyncEnabled, p.device.alternativeSecurityIds],
      ['ServerAd', null, true, []],
    );
    assert.deepEqual([codes(p.failing), failures(p.failing)], [[53001], ['RequireDomainJoinedDevice']]);
    assert.ok(p.failing.every((row) => row.deviceDetail.deviceId === ''));
    assert.match(p.capture, /0x801c03f2/);
    assert.ok(p.capture.includes(p.device.deviceId));
  });

  it('certificate: enabled, but another certificate than the laptop shows', async () => {
    const p = await picture('certificate');
    assert.equal(p.device.accountEnabled, true);
    const known = Buffer.from(p.device.alternativeSecurityIds[0].key, 'base64').toString('utf16le');
    assert.ok(!known.includes(/Thumbprint : (\w{40})/.exec(p.capture)?.[1] ?? 'none'));
    assert.deepEqual(codes(p.failing), [50155, 50187]);
    assert.ok(/^FAILED/.test(authStatus(p.capture) ?? '') && !hasPrt(p.capture));
  });

  it('tpm: record and certificate equal, keys to be recovered, nothing in the log', async () => {
    const p = await picture('tpm');
    assert.deepEqual([p.device.accountEnabled, p.failing.length], [true, 0]);
    assert.match(p.capture, /AadRecoveryEnabled : YES/);
    assert.match(p.capture, /0x80090016/);
  });

  it('clock-skew: refused for the time, and Intune has not heard for days', async () => {
    const p = await picture('clock-skew');
    assert.deepEqual(codes(p.failing), [500133]);
    assert.ok(t.sandbox.now().getTime() - new Date(p.managed.lastSyncDateTime).getTime() > 2 * 86_400_000);
    assert.match(p.capture, /AADSTS500133/);
  });

  it('no-prt-network: network codes on the laptop, no row from it in the log', async () => {
    const p = await picture('no-prt-network');
    assert.equal(p.failing.length, 0);
    assert.ok(
      p.succeeded.every((row) => row.deviceDetail.deviceId !== p.device.deviceId),
      'only the phone signs in',
    );
    assert.equal(authStatus(p.capture), 'FAILED. Error:0xd000023c');
    assert.match(p.capture, /0x80072ee7/);
  });

  it('no-prt-credential: the device is fine, the password is refused', async () => {
    const p = await picture('no-prt-credential');
    assert.deepEqual([p.device.isCompliant, codes(p.failing)], [true, [50126]]);
    assert.ok(!hasPrt(p.capture) && authStatus(p.capture) === 'SUCCESS');
  });

  it('not-joined: no device anywhere, none presented', async () => {
    const p = await picture('not-joined');
    assert.deepEqual((await t.ask(`/users/${p.user.id}/registeredDevices`)).body.value, []);
    assert.deepEqual([codes(p.failing), failures(p.failing)], [[50129], ['RequireCompliantDevice']]);
    assert.ok(p.failing.every((row) => row.deviceDetail.deviceId === ''));
    assert.match(p.capture, /AzureAdJoined : NO[\s\S]*WorkplaceJoined : NO/);
  });

  it('enrolment-pending and new-laptop: hours old, not judged yet, the newer one not even in Intune', async () => {
    const hours = (moment: string): number => (t.sandbox.now().getTime() - new Date(moment).getTime()) / 3_600_000;
    const pending = await picture('enrolment-pending');
    assert.ok(hours(pending.device.registrationDateTime) < 6);
    assert.deepEqual(
      [pending.device.isCompliant, pending.managed.complianceState, codes(pending.failing)],
      [null, 'unknown', [53000]],
    );
    const unpacked = await picture('new-laptop');
    assert.ok(hours(unpacked.device.registrationDateTime) < 1);
    assert.deepEqual([unpacked.device.isManaged, unpacked.managed, codes(unpacked.failing)], [null, undefined, [530003]]);
    assert.deepEqual(failures([...pending.failing, ...unpacked.failing]), ['RequireCompliantDevice']);
  });

  it('new-policy: worked before the change, fails after it by that policy, like a dozen others', async () => {
    const p = await picture('new-policy');
    const policies = (await t.ask('/identity/conditionalAccess/policies')).body.value;
    const changed = policies.find((policy: any) => policy.displayName.startsWith('CA110'));
    const failed = p.failing.flatMap((row) =>
      row.appliedConditionalAccessPolicies.filter((policy: any) => policy.result === 'failure').map((policy: any) => policy.id),
    );
    assert.deepEqual(new Set(failed), new Set([changed.id]));
    assert.ok(p.failing.every((row) => row.createdDateTime > changed.modifiedDateTime));
    assert.ok(
      p.succeeded.some(
        (row) => row.createdDateTime < changed.modifiedDateTime && row.deviceDetail.deviceId === p.device.deviceId,
      ),
    );
    const { body } = await t.ask(
      `/auditLogs/signIns${q({ $filter: "conditionalAccessStatus eq 'failure' and status/errorCode eq 53001", $top: '500' })}`,
    );
    const cohort = body.value.filter((row: any) =>
      row.appliedConditionalAccessPolicies.some((policy: any) => policy.id === changed.id && policy.result === 'failure'),
    );
    assert.ok(new Set(cohort.map((row: any) => row.userId)).size >= 12);
    assert.deepEqual([p.device.isCompliant, p.managed.complianceState], [true, 'compliant']);
  });

  it('not-device: a good laptop, and a second factor that fails', async () => {
    const p = await picture('not-device');
    assert.deepEqual([p.device.isCompliant, codes(p.failing), failures(p.failing)], [true, [50076], ['Mfa']]);
    assert.ok(hasPrt(p.capture));
  });

  it('escalate: everything met, refused all the same, and nothing newer than the refusal', async () => {
    const p = await picture('escalate');
    assert.deepEqual(
      [p.device.isCompliant, p.managed.complianceState, codes(p.failing), failures(p.failing)],
      [true, 'compliant', [53000], ['RequireCompliantDevice']],
    );
    assert.ok(
      p.failing.every((row) => row.deviceDetail.isCompliant === true && row.createdDateTime > p.managed.lastSyncDateTime),
    );
  });

  it('healthy: nothing fails', async () => {
    const p = await picture('healthy');
    assert.deepEqual([p.device.isCompliant, p.failing.length], [true, 0]);
    assert.ok(p.succeeded.length > 0 && hasPrt(p.capture));
  });

  it('two-devices: one laptop works, the other is refused', async () => {
    const p = await picture('two-devices');
    const devices = (await t.ask(`/users/${p.user.id}/registeredDevices`)).body.value;
    assert.deepEqual(devices.map((device: any) => device.isCompliant).sort(), [false, true]);
    assert.ok(p.failing.every((row) => row.deviceDetail.deviceId === p.device.deviceId));
    assert.ok(p.succeeded.some((row) => row.deviceDetail.deviceId !== '' && row.deviceDetail.deviceId !== p.device.deviceId));
  });

  it('guest and disabled-user: the account explains it', async () => {
    const guest = await picture('guest');
    assert.deepEqual([guest.user.userType, codes(guest.failing)], ['Guest', [530004]]);
    const disabled = await picture('disabled-user');
    assert.deepEqual(
      [disabled.user.accountEnabled, disabled.device.accountEnabled, codes(disabled.failing)],
      [false, true, [50057]],
    );
  });

  it('shares a correlation id between the failing row and the diagnostics of the laptop', async () => {
    for (const slug of ['record-deleted', 'record-disabled', 'certificate', 'no-prt-credential', 'clock-skew', 'disabled-user']) {
      const p = await picture(slug);
      const printed = /Correlation ID : (\S+)/.exec(p.capture)?.[1];
      assert.ok(
        p.failing.some((row) => row.correlationId === printed),
        slug,
      );
    }
  });

  it('hides each failure among successes: of the laptop earlier, of the phone later', async () => {
    for (const slug of ['record-deleted', 'not-compliant', 'new-policy', 'certificate']) {
      const p = await picture(slug);
      assert.ok(
        p.succeeded.some(
          (row) => row.createdDateTime > p.failing[0].createdDateTime && row.deviceDetail.operatingSystem.startsWith('Ios'),
        ),
        slug,
      );
    }
  });
});
