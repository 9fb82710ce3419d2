import assert from 'node:assert/strict';
import { reader } from '../../env/sandbox/entra/registrations.ts';
import { cast } from '../../env/sandbox/people.ts';
import { q, rig } from './support.ts';

const person = cast.find((member) => member.slug === 'not-compliant')!;

describe('sandbox: Intune', () => {
  const t = rig();
  const managed = async (): Promise<any> =>
    (await t.ask(`/deviceManagement/managedDevices${q({ $filter: `azureADDeviceId eq '${person.deviceId}'` })}`)).body.value[0];

  it('reports failing settings as a table in a stream, columns told by the schema', async () => {
    const { id } = await managed();
    const { headers, body } = await t.ask('/deviceManagement/reports/getNoncompliantDevicesAndSettingsReport', {
      method: 'POST',
      body: { filter: `(DeviceId eq '${id}')`, select: [], skip: 0, top: 50, orderBy: [] },
    });
    assert.match(headers.get('content-type') ?? '', /octet-stream/);
    assert.equal(body.TotalRowCount, 1);
    const row = Object.fromEntries(body.Schema.map((column: any, index: number) => [column.Column, body.Values[0][index]]));
    assert.deepEqual(
      [row.DeviceId, row.PolicyName, row.SettingName, row.SettingStatus_loc],
      [id, 'Windows baseline compliance', 'Minimum OS version', 'Not compliant'],
    );
  });

  it('lets a report be narrowed to columns, and refuses columns it does not have', async () => {
    const ask = (select: string[]): ReturnType<typeof t.ask> =>
      t.ask('/deviceManagement/reports/getDeviceNonComplianceReport', { method: 'POST', body: { select, top: 1 } });
    const { body } = await ask(['UPN', 'DeviceName']);
    assert.deepEqual(
      body.Schema.map((column: any) => column.Column),
      ['UPN', 'DeviceName'],
    );
    assert.equal(body.Values.length, 1);
    assert.equal((await ask(['ShoeSize'])).status, 400);
  });

  it('tells the settings of a policy state only by their own path', async () => {
    const { id } = await managed();
    const states = (await t.ask(`/deviceManagement/managedDevices/${id}/deviceCompliancePolicyStates`)).body.value;
    assert.ok(states.every((state: any) => state.settingStates === null));
    const bad = states.find((state: any) => state.state === 'nonCompliant');
    const settings = (await t.ask(`/deviceManagement/managedDevices/${id}/deviceCompliancePolicyStates/${bad.id}/settingStates`))
      .body.value;
    assert.deepEqual(
      settings.filter((setting: any) => setting.state === 'nonCompliant').map((setting: any) => setting.settingName),
      ['Minimum OS version'],
    );
  });

  it('turns settings round to their devices', async () => {
    const id = 'Windows10CompliancePolicy.OsMinimumVersion_windows10';
    const rows = (
      await t.ask(`/deviceManagement/deviceCompliancePolicySettingStateSummaries/${id}/deviceComplianceSettingStates`)
    ).body.value;
    assert.ok(rows.some((row: any) => row.deviceName === person.deviceName && row.state === 'nonCompliant'));
  });

  it('finishes an export a while after it was asked for', async () => {
    const token = await t.sandbox.token({ registration: { ...reader, roles: ['DeviceManagementConfiguration.ReadWrite.All'] } });
    const { status, body } = await t.ask('/deviceManagement/reports/exportJobs', {
      token,
      method: 'POST',
      body: { reportName: 'DeviceNonCompliance' },
    });
    assert.deepEqual([status, body.status], [201, 'notStarted']);
    const poll = async (): Promise<string> => (await t.ask(`/deviceManagement/reports/exportJobs/${body.id}`)).body.status;
    assert.equal(await poll(), 'inProgress');
    t.sandbox.advance(1);
    assert.equal(await poll(), 'completed');
  });

  it('tells that recovery key and local password are backed up, and neither of them', async () => {
    const keys = (
      await t.ask(`/informationProtection/bitlocker/recoveryKeys${q({ $filter: `deviceId eq '${person.deviceId}'` })}`)
    ).body.value;
    assert.equal(keys.length, 1);
    assert.ok(!('key' in keys[0]));
    const healthy = cast.find((member) => member.slug === 'healthy')!;
    const { body } = await t.ask(`/directory/deviceLocalCredentials/${healthy.deviceId}`);
    assert.ok(body.lastBackupDateTime && !('credentials' in body));
    assert.equal((await t.ask('/directory/deviceLocalCredentials/00000000-0000-4000-8000-000000000000')).status, 404);
  });

  it("never shows the value of a pass, and tells the tenant's rules for passes", async () => {
    assert.deepEqual((await t.ask(`/users/${person.aadObjectId}/authentication/temporaryAccessPassMethods`)).body.value, []);
    const { body } = await t.ask('/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/TemporaryAccessPass');
    assert.deepEqual(
      [body.state, body.minimumLifetimeInMinutes, body.maximumLifetimeInMinutes, body.isUsableOnce],
      ['enabled', 60, 480, false],
    );
  });

  it('wants a group or a person when asked for running exclusions', async () => {
    const path = '/identityGovernance/privilegedAccess/group/assignmentScheduleInstances';
    assert.equal((await t.ask(path)).status, 400);
    assert.deepEqual((await t.ask(`${path}${q({ $filter: `principalId eq '${person.aadObjectId}'` })}`)).body.value, []);
  });
});
