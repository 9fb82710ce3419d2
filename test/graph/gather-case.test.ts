import assert from 'node:assert/strict';
import { gatherCase } from '../../bot/graph/gather-case.ts';
import { graphError, now, openFakeGraph, type Asked, type Told } from './fake-graph.ts';

const userId = '11111111-1111-4111-8111-111111111111';
const deviceId = 'aaaaaaaa-1111-4111-8111-111111111111';
const otherId = 'bbbbbbbb-1111-4111-8111-111111111111';
const managedId = 'cccccccc-1111-4111-8111-111111111111';
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

const device = { id: 'dddddddd-1111-4111-8111-111111111111', deviceId, displayName: 'LAP-1', accountEnabled: true, trustType: 'AzureAd' };
const signIn = {
  id: 's1',
  userId,
  createdDateTime: minutesAgo(5),
  status: { errorCode: 53003 },
  conditionalAccessStatus: 'failure',
  deviceDetail: { deviceId, displayName: 'LAP-1' },
  userAgent: 'kept out',
  appliedConditionalAccessPolicies: [{ id: 'p1', result: 'failure' }, { id: 'p2', result: 'reportOnlyFailure' }],
};

/** A tenant where all is readable; the first matching line of `special` answers instead. */
const tenant =
  (special: readonly (readonly [RegExp, Told])[] = []) =>
  ({ url, method }: Asked): Told => {
    const readable = decodeURIComponent(url);
    const found = special.find(([pattern]) => pattern.test(`${method} ${readable}`));
    if (found) return found[1];
    if (/\/users\/[^/]+\?/.test(readable)) return { body: { id: userId, userType: 'Member', accountEnabled: true } };
    if (readable.includes('/registeredDevices')) return { body: { value: [{ '@odata.type': '#microsoft.graph.device', ...device }, { '@odata.type': '#microsoft.graph.user', id: 'x' }] } };
    if (readable.includes(`/devices(deviceId='${deviceId}')`)) return { body: device };
    if (readable.includes('/devices(deviceId=')) return graphError(404, 'Request_ResourceNotFound');
    if (readable.includes("conditionalAccessStatus eq 'failure'")) {
      return { body: { value: ['u2', 'u3', 'u3', userId].map((one, n) => ({ ...signIn, id: `o${n}`, userId: one })) } };
    }
    if (readable.startsWith('/v1.0/auditLogs/signIns')) return { body: { value: [signIn] } };
    if (readable.includes('/managedDevices?')) return { body: { value: [{ id: managedId, azureADDeviceId: deviceId, deviceName: 'LAP-1', serialNumber: 'SN 1&2', operatingSystem: 'Windows' }] } };
    if (readable.includes('/reports/')) return { body: { Schema: [{ Column: 'PolicyName' }, { Column: 'SettingNm' }, { Column: 'SettingStatus' }], Values: [['Baseline', 'bitLockerEnabled', 4]] } };
    if (readable.includes('/organization')) return { body: { value: [{ id: 'org' }] } };
    if (readable.includes('TemporaryAccessPass')) return { body: { state: 'enabled' } };
    if (readable.includes('windowsProtectionState')) return { body: { realTimeProtectionEnabled: true } };
    return { body: { value: [] } };
  };

const gather = async (special: readonly (readonly [RegExp, Told])[] = [], options: { deadlineMs?: number; deviceIds?: string[]; user?: object } = {}) => {
  const fake = openFakeGraph(tenant(special));
  const { deadlineMs = 4_000, ...subject } = options;
  const answers = await gatherCase(fake.graph, { userId, ...subject }, { deadlineMs });
  fake.graph.close();
  return { ...fake, answers, gap: (key: string) => answers.gaps?.find((one) => one.key === key) };
};

describe('graph/gather-case', () => {
  it('asks everything in two trips: a v1.0 and a beta batch side by side, then one batch', async () => {
    const { wire, answers, asked } = await gather();
    assert.deepEqual(wire.map(({ url }) => url), ['/v1.0/$batch', '/beta/$batch', '/v1.0/$batch']);
    assert.deepEqual(answers.gaps, []);
    for (const key of ['user', 'devices', 'deletedDevices', 'signIns', 'managedDevices', 'complianceSettings', 'compliancePolicies', 'conditionalAccessPolicies', 'directoryAudits', 'deviceManagementAudits', 'organization', 'cohort'] as const) {
      assert.ok(answers[key] !== undefined, key);
      if (key !== 'user') assert.ok(answers.readAt?.[key], `${key} has its time`);
    }
    assert.equal(asked.filter(({ url }) => url.includes('/auditLogs/')).length, 4, 'four log queries and one kept free');
    assert.ok(asked.every(({ method, url }) => method === 'GET' || /checkMemberObjects|\/reports\//.test(url)));
  });

  it('says what was found in Graph\'s own words and leaves the rest behind', async () => {
    const { answers } = await gather();
    assert.deepEqual(answers.devices, [device]);
    assert.equal('userAgent' in answers.signIns![0]!, false);
    assert.deepEqual(answers.cohort, { policyId: 'p1', users: 2, windowMinutes: 60 });
    assert.deepEqual(answers.complianceSettings, [
      { managedDeviceId: managedId, policyName: 'Baseline', setting: 'bitLockerEnabled', settingName: 'bitLockerEnabled', state: 'nonCompliant', currentValue: null, errorCode: null },
    ]);
  });

  it('leaves out the user when it was read a moment ago', async () => {
    const { asked, answers } = await gather([], { user: { id: userId } });
    assert.ok(!asked.some(({ url }) => url.startsWith(`/v1.0/users/${userId}?`)));
    assert.deepEqual(answers.user, { id: userId });
  });

  it('shows a device that Graph does not know as missing from a list that was read', async () => {
    const { answers, gap } = await gather([], { deviceIds: [otherId] });
    assert.ok(answers.devices?.every((one) => one.deviceId !== otherId));
    assert.equal(gap('devices'), undefined);
    assert.equal(answers.forbidden, undefined);
  });

  it('never lets a refused or broken look-up read as a missing device', async () => {
    for (const [told, reason] of [[graphError(403, 'Authorization_RequestDenied'), 'forbidden'], [{ status: 404, text: '<html>' }, 'unreadable'], ['hang', 'timed-out']] as const) {
      const { answers, gap } = await gather([[new RegExp(`deviceId='${otherId}'`), told]], { deviceIds: [otherId], deadlineMs: 1_500 });
      assert.equal(answers.devices, undefined, reason);
      assert.equal(gap('devices')?.reason, reason);
      assert.deepEqual(answers.forbidden, reason === 'forbidden' ? ['devices'] : undefined);
    }
  });

  it('looks up the device that the failed sign-in shows when nobody gave an id', async () => {
    const { asked, answers } = await gather([[/GET \/v1.0\/auditLogs\/signIns.*userId/, { body: { value: [{ ...signIn, deviceDetail: { deviceId: otherId } }] } }]]);
    assert.ok(asked.some(({ url, batch }) => decodeURIComponent(url).includes(`/devices(deviceId='${otherId}')`) && batch === 3));
    assert.ok(answers.devices?.every((one) => one.deviceId !== otherId));
  });

  it('tells "may not see the policies" from "no policy applied"', async () => {
    const { appliedConditionalAccessPolicies: _hidden, ...blind } = signIn;
    const hidden = await gather([[/GET \/v1.0\/auditLogs\/signIns.*userId/, { body: { value: [blind] } }]]);
    assert.deepEqual(hidden.answers.forbidden, ['signIns.appliedConditionalAccessPolicies']);
    assert.equal(hidden.gap('signIns.appliedConditionalAccessPolicies')?.permission, 'Policy.Read.All');
    const none = await gather([[/GET \/v1.0\/auditLogs\/signIns.*userId/, { body: { value: [{ ...blind, appliedConditionalAccessPolicies: [] }] } }]]);
    assert.equal(none.answers.forbidden, undefined);
  });

  it('names a missing licence', async () => {
    const { answers, gap } = await gather([[/auditLogs\/signIns/, graphError(403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant')]]);
    assert.equal(answers.signIns, undefined);
    assert.equal(gap('signIns')?.reason, 'not-licensed');
    assert.equal(answers.forbidden, undefined);
  });

  it('gives the interactive sign-ins and names the others when only the beta fails', async () => {
    const { answers, gap } = await gather([[/beta\/auditLogs\/signIns/, graphError(403, 'Authentication_MSGraphPermissionMissing')]]);
    assert.equal(answers.signIns?.length, 1);
    assert.deepEqual(gap('signIns.nonInteractive'), { key: 'signIns.nonInteractive', reason: 'forbidden', permission: 'AuditLog.Read.All' });
  });

  it('does not call the log empty when the interactive half could not be read', async () => {
    const { answers, gap } = await gather([[/v1.0\/auditLogs\/signIns/, graphError(403, 'Authentication_MSGraphPermissionMissing')]]);
    assert.equal(answers.signIns, undefined);
    assert.equal(gap('signIns')?.reason, 'forbidden');
  });

  it('takes a third trip, and no fourth, when the report does not answer', async () => {
    const { wire, answers, gap } = await gather([
      [/reports\//, graphError(400, 'BadRequest')],
      [/settingStates/, { body: { value: [{ setting: 'a', settingName: 'A', state: 'nonCompliant', errorCode: 0 }, { setting: 'b', state: 'compliant' }] } }],
      [/deviceCompliancePolicyStates/, { body: { value: [{ id: 'st', displayName: 'Baseline', state: 'nonCompliant' }, { id: 'ok', state: 'compliant' }] } }],
    ]);
    assert.equal(wire.length, 4);
    assert.deepEqual(answers.complianceSettings?.map(({ setting, policyName, state }) => [setting, policyName, state]), [['a', 'Baseline', 'nonCompliant']]);
    assert.equal(gap('complianceSettings'), undefined);
  });

  it('does not ask about settings of devices it could not list, and says so', async () => {
    const { answers, gap } = await gather([[/managedDevices/, graphError(403, 'Forbidden')]]);
    assert.equal(answers.complianceSettings, undefined);
    assert.equal(gap('complianceSettings')?.reason, 'not-asked');
    assert.equal(gap('managedDevices')?.permission, 'DeviceManagementManagedDevices.Read.All');
  });

  it('asks for the device\'s own history when the device is disabled', async () => {
    const { asked } = await gather([[/registeredDevices/, { body: { value: [{ ...device, accountEnabled: false }] } }]]);
    const audit = asked.find(({ url }) => url.includes('targetResources'));
    assert.ok(decodeURIComponent(audit!.url).includes(`t/id eq '${device.id}'`));
    assert.ok(decodeURIComponent(audit!.url).includes("t/displayName eq 'LAP-1'"));
    assert.equal(asked.filter(({ url }) => url.includes('/auditLogs/')).length, 4, 'the cohort is left out for it');
  });

  it('keeps the deadline when nothing answers', async () => {
    const started = performance.now();
    const { answers } = await gather([[/./, 'hang']], { deadlineMs: 1_500 });
    assert.ok(performance.now() - started < 1_500);
    for (const key of ['user', 'devices', 'signIns', 'managedDevices', 'conditionalAccessPolicies', 'organization']) {
      assert.equal(answers.gaps?.find((one) => one.key === key)?.reason, 'timed-out', key);
    }
  });

  it('tells its steps', async () => {
    const steps: string[] = [];
    const { graph } = openFakeGraph(tenant());
    await gatherCase(graph, { userId }, { onProgress: (step) => steps.push(step) });
    assert.deepEqual(steps, ['trip-1-done', 'trip-2-done']);
  });
});
