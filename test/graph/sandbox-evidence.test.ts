import assert from 'node:assert/strict';
import type { Graph } from '../../bot/graph/client.ts';
import { findUser, latestSignIns, whoIs } from '../../bot/graph/directory.ts';
import { gatherCase } from '../../bot/graph/gather-case.ts';
import { graphReady, grantedPermissions } from '../../bot/graph/ready.ts';
import { cast } from '../../env/sandbox/people.ts';
import { leastReader, logReader, type Registration } from '../../env/sandbox/entra/registrations.ts';
import type { Sandbox } from '../../env/sandbox/server.ts';
import { openRates, openWindow, person, startTrustedSandbox, subjectOf } from './sandbox-window.ts';

describe('graph against the sandbox tenant', () => {
  let sandbox: Sandbox;
  let graph: Graph;
  const opened: Graph[] = [];

  before(async () => {
    sandbox = await startTrustedSandbox({ throttling: false });
  });
  beforeEach(() => {
    sandbox.order({ fault: 'none', permissions: { restore: 'all' } });
    graph = window();
  });
  afterEach(() => opened.splice(0).forEach((one) => one.close()));
  after(() => sandbox.stop());

  const window = (as?: Registration): Graph => {
    const one = openWindow(sandbox, { rates: openRates, ...(as && { clientId: as.clientId, credential: { kind: 'secret', secret: as.clientSecret } }) });
    opened.push(one);
    return one;
  };

  it('reads everything of everybody in Contoso, without a gap', async () => {
    for (const { slug } of cast) {
      const answers = await gatherCase(graph, subjectOf(slug));
      assert.deepEqual(answers.gaps, [], slug);
      for (const key of ['user', 'devices', 'deletedDevices', 'signIns', 'managedDevices', 'complianceSettings', 'compliancePolicies', 'conditionalAccessPolicies', 'directoryAudits', 'deviceManagementAudits', 'organization', 'temporaryAccessPassPolicy', 'adminRoles'] as const) {
        assert.ok(answers[key] !== undefined, `${slug}: ${key}`);
      }
    }
  });

  it('finds a deleted device: gone from the directory, in the bin, with who deleted it', async () => {
    const { deviceId, deviceName } = person('record-deleted');
    const answers = await gatherCase(graph, subjectOf('record-deleted'));
    assert.ok(!answers.devices?.some((one) => one.deviceId === deviceId));
    assert.deepEqual(answers.deletedDevices?.map((one) => one.deviceId), [deviceId]);
    const deletion = answers.directoryAudits?.find((row) => row.activityDisplayName === 'Delete device' && row.targetResources?.some((target) => target.displayName === deviceName));
    assert.ok(deletion?.initiatedBy);
  });

  it('finds the same without knowing the device, from the failed sign-in', async () => {
    const { aadObjectId, deviceId } = person('record-deleted');
    const answers = await gatherCase(graph, { userId: aadObjectId });
    assert.ok(!answers.devices?.some((one) => one.deviceId === deviceId));
    assert.ok(answers.deletedDevices?.some((one) => one.deviceId === deviceId));
  });

  it('finds a disabled device and the update that disabled it', async () => {
    const { deviceId } = person('record-disabled');
    const answers = await gatherCase(graph, subjectOf('record-disabled'));
    assert.equal(answers.devices?.find((one) => one.deviceId === deviceId)?.accountEnabled, false);
    const update = answers.directoryAudits?.find((row) => row.activityDisplayName === 'Update device' && row.targetResources?.some((target) => target.modifiedProperties?.some((one) => one.displayName === 'AccountEnabled')));
    assert.ok(update);
  });

  it('reads which compliance setting failed, from the report and the other way round alike', async () => {
    const fromReport = await gatherCase(graph, subjectOf('not-compliant'));
    assert.ok(fromReport.complianceSettings!.length > 0);
    assert.ok(fromReport.complianceSettings!.every((one) => one.state === 'nonCompliant' || one.state === 'error'));
    sandbox.order({ fault: 'status-404', match: { path: '/reports/' } });
    const other = await gatherCase(window(), subjectOf('not-compliant'));
    const names = (settings: typeof fromReport.complianceSettings) => settings?.map(({ policyName, settingName, state }) => [policyName, settingName, state].join()).sort();
    assert.deepEqual(names(other.complianceSettings), names(fromReport.complianceSettings));
    assert.deepEqual(other.gaps, []);
  });

  it('sees non-interactive sign-ins and the companions of a new policy', async () => {
    const answers = await gatherCase(graph, subjectOf('new-policy'));
    assert.ok(answers.signIns?.some((row) => row.isInteractive === false));
    assert.ok((answers.cohort?.users ?? 0) > 0);
    assert.ok(answers.conditionalAccessPolicies?.some((policy) => policy.id === answers.cohort?.policyId));
  });

  it('follows an empty first page', async () => {
    sandbox.order({ fault: 'empty-page', match: { path: '/(registeredDevices|signIns|conditionalAccess/policies)' } });
    const answers = await gatherCase(graph, subjectOf('record-disabled'));
    assert.deepEqual(answers.gaps, []);
    assert.ok(answers.devices!.length > 0);
    assert.ok(answers.signIns!.length > 0);
    assert.ok(answers.conditionalAccessPolicies!.length > 0);
  });

  it('gets report-only results by their own names', async () => {
    const answers = await gatherCase(graph, subjectOf('not-compliant'));
    const results = answers.signIns!.flatMap((row) => row.appliedConditionalAccessPolicies ?? []).map(({ result }) => result);
    assert.ok(results.some((result) => result?.startsWith('reportOnly')));
    assert.ok(!results.includes('unknownFutureValue'));
  });

  it('says which permission hides what from a reader of logs only', async () => {
    const answers = await gatherCase(window(logReader), subjectOf('not-compliant'));
    for (const key of ['conditionalAccessPolicies', 'managedDevices', 'compliancePolicies', 'temporaryAccessPassPolicy', 'signIns.appliedConditionalAccessPolicies']) {
      assert.ok(answers.forbidden?.includes(key), key);
    }
    const gap = (key: string) => answers.gaps?.find((one) => one.key === key);
    assert.equal(gap('conditionalAccessPolicies')?.permission, 'Policy.Read.All');
    assert.equal(gap('managedDevices')?.permission, 'DeviceManagementManagedDevices.Read.All');
    assert.equal(gap('temporaryAccessPassPolicy')?.permission, 'Policy.Read.AuthenticationMethod');
    assert.ok(answers.devices && answers.signIns);
  });

  it('loses only the optional parts with the least consent', async () => {
    const answers = await gatherCase(window(leastReader), subjectOf('not-compliant'));
    assert.deepEqual(answers.forbidden?.toSorted(), ['deviceManagementAudits', 'windowsAutopilotDeviceIdentities']);
  });

  it('tells refused from empty when a permission goes away between two cases', async () => {
    sandbox.order({ permissions: { remove: ['Device.Read.All'] } });
    const answers = await gatherCase(graph, subjectOf('record-deleted'));
    assert.equal(answers.devices, undefined);
    assert.ok(answers.forbidden?.includes('devices'));
    assert.equal(answers.gaps?.find((one) => one.key === 'devices')?.permission, 'Device.Read.All');
  });

  it('knows members, guests, disabled people and strangers', async () => {
    const kind = async (id: string) => (await whoIs(graph, id, { deadlineMs: 3_000 })).kind;
    assert.equal(await kind(person('not-compliant').aadObjectId), 'member');
    assert.equal(await kind(person('guest').aadObjectId), 'guest');
    assert.equal(await kind(person('disabled-user').aadObjectId), 'disabled');
    assert.equal(await kind('99999999-9999-4999-8999-999999999999'), 'unknown');
  });

  it('finds a person by address', async () => {
    const { upn, aadObjectId } = person('not-compliant');
    const found = await findUser(graph, upn.toUpperCase());
    assert.equal(typeof found === 'object' && found.id, aadObjectId);
    assert.equal(await findUser(graph, 'nobody.at.all@contoso.com'), 'not-found');
  });

  it('reads the latest sign-ins alone', async () => {
    const since = new Date(sandbox.now().getTime() - 24 * 3_600_000);
    const rows = await latestSignIns(graph, person('not-compliant').aadObjectId, since);
    assert.ok(Array.isArray(rows) && rows.length > 0);
  });

  it('is ready, and knows what it was granted', async () => {
    assert.equal(await graphReady(graph), 'ok');
    assert.deepEqual(await grantedPermissions(graph), { missing: [], excess: [] });
    const wrong = openWindow(sandbox, { credential: { kind: 'secret', secret: 'wrong' } });
    opened.push(wrong);
    assert.equal(await graphReady(wrong), 'unavailable');
    const answers = await gatherCase(wrong, subjectOf('not-compliant'), { deadlineMs: 2_000 });
    assert.equal(answers.user, undefined);
    assert.equal(answers.gaps?.find((one) => one.key === 'user')?.reason, 'unavailable');
  });
});
