import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { reader } from '../../env/sandbox/entra/registrations.ts';
import { operations } from '../../env/sandbox/graph/resources/index.ts';
import { limits } from '../../env/sandbox/graph/rules/limits.ts';
import { permissions } from '../../env/sandbox/graph/rules/permissions.ts';
import { roleTemplates } from '../../env/sandbox/graph/rules/roles.ts';
import { cast, staff } from '../../env/sandbox/people.ts';
import { deviations } from './declared.ts';
import { contractFile, contractOrSkip, q, rig } from './support.ts';

const contract: any = existsSync(contractFile) ? JSON.parse(readFileSync(contractFile, 'utf8')) : undefined;
const words = (text: string): string[] => text.split(' ').filter(Boolean).sort();
/** Beta's properties are not in the reference, which describes v1.0. */
const betaExtras = [
  'authenticationRequirement',
  'authenticationDetails',
  'incomingTokenType',
  'signInEventTypes',
  'conditionsSatisfied',
  'conditionsNotSatisfied',
];

describe('sandbox: contract', () => {
  const t = rig();
  before(function () {
    contractOrSkip(this);
  });

  it('answers every call that reads', () => {
    const answered = new Set(operations.map((operation) => operation.id));
    const wanted = Object.entries<any>(contract.operations).filter(([id, op]) => !op.write && id !== 'POST /$batch');
    assert.deepEqual(
      wanted.map(([id]) => id).filter((id) => !answered.has(id)),
      [],
    );
    for (const [id, op] of wanted) {
      const ours = operations.find((operation) => operation.id === id)!;
      assert.ok(ours.versions.includes(op.version), id);
      assert.equal(ours.service, op.limit, id);
    }
  });

  it('asks for the permissions Microsoft publishes', () => {
    for (const [id, row] of Object.entries<any>(contract.permissions)) {
      if (id === 'POST /$batch' || id === 'GET /directory/deletedItems/microsoft.graph.device') continue;
      assert.deepEqual(words(permissions[id]!.app), [...row.application].sort(), id);
      assert.deepEqual(words(permissions[id]!.delegated), [...row.delegated].sort(), id);
      if (row.allOf) assert.deepEqual(words(permissions[id]!.all!.delegated), [...row.allOf.delegated].sort(), id);
    }
  });

  it('holds to the published limits and role ids', () => {
    assert.deepEqual(roleTemplates, contract.roles);
    const first = (service: keyof typeof limits, kind: 'reads' | 'writes' = 'reads', index = 0): number[] => [
      limits[service][kind][index]!.requests,
      limits[service][kind][index]!.seconds,
    ];
    const published = (row: any): number[] => [row.requests ?? row.units, row.seconds];
    const { auditReports, conditionalAccess, identity, intuneDevices, intuneOther, deviceWrites } = contract.limits;
    assert.deepEqual(first('auditReports'), published(auditReports.perAppPerTenant));
    assert.deepEqual(first('conditionalAccess'), published(conditionalAccess.perTenantAllApps));
    assert.deepEqual(first('identity'), published(identity.resourceUnitsPerAppPerTenant.M));
    assert.deepEqual(first('intuneDevices'), published(intuneDevices.perAppPerTenant));
    assert.deepEqual(first('intuneDevices', 'reads', 1), published(intuneDevices.perTenantAllApps));
    assert.deepEqual(first('intuneOther', 'writes'), published(intuneOther.writesPerAppPerTenant));
    assert.deepEqual(first('deviceWrites', 'writes', 1), published(deviceWrites.perUserPerTenant));
  });

  it('filters by what Graph filters by', async () => {
    const { user } = await import('../../env/sandbox/graph/rules/user.ts');
    const { device } = await import('../../env/sandbox/graph/rules/device.ts');
    const { signIn } = await import('../../env/sandbox/graph/rules/sign-in.ts');
    const { managedDevice } = await import('../../env/sandbox/graph/rules/managed-device.ts');
    for (const rule of [user, device, signIn, managedDevice]) {
      for (const [name, property] of Object.entries<any>(contract.types[rule.name].properties)) {
        assert.ok(rule.declared.has(name), `${rule.name}.${name}`);
        assert.equal(rule.onlyOnSelect.has(name), property.onlyOnSelect === true, `${rule.name}.${name}`);
        if (property.filterPaths) continue;
        const operators = new Set((property.filter ?? []).map((operator: string) => operator.replace(/ (eq|ne) 0$/, '')));
        assert.deepEqual(new Set(rule.filterable.get(name) ?? []), operators, `${rule.name}.${name}`);
      }
    }
  });

  it('has a yardstick that sees what is wrong', () => {
    const wrong = {
      id: 'x',
      deviceId: 7,
      shoeSize: 44,
      isCompliant: null,
      systemLabels: null,
      registrationDateTime: 'yesterday',
    };
    assert.deepEqual(
      deviations(wrong, 'device', contract).map((line) => line.split(':')[0]),
      ['device.deviceId', 'device.shoeSize', 'device.systemLabels', 'device.registrationDateTime'],
    );
    assert.equal(deviations({ result: 'reportOnlyFailure' }, 'appliedConditionalAccessPolicy', contract).length, 1);
    assert.equal(deviations({ result: 'maybe' }, 'appliedConditionalAccessPolicy', contract, { preferred: true }).length, 1);
  });

  it('tells nothing undeclared about anybody, in any call', async () => {
    const token = await t.sandbox.token({
      registration: {
        ...reader,
        roles: Object.values(permissions).flatMap((row) => [...words(row.app), ...words(row.all?.app ?? '')]),
      },
    });
    const found: string[] = [];
    const look = async (
      path: string,
      type: string,
      options: { version?: 'beta'; headers?: Record<string, string>; method?: string; body?: unknown } = {},
    ): Promise<any> => {
      const { status, body } = await t.ask(path, { ...options, token });
      assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`);
      const checks = {
        extras: options.version === 'beta' ? betaExtras : [],
        preferred: options.headers?.['Prefer'] !== undefined,
      };
      found.push(...deviations(type.startsWith('Collection(') ? body.value : body, type, contract, checks, path.split('?')[0]));
      return body;
    };
    const all = q({ $select: Object.keys(contract.types.user.properties).join(',') });
    for (const person of [...cast, ...staff]) {
      const uid = person.aadObjectId;
      await look(`/users/${uid}`, 'user');
      await look(`/users/${uid}${all}`, 'user');
      const owned = await look(`/users/${uid}/registeredDevices`, 'Collection(directoryObject)');
      await look(`/users/${uid}/ownedDevices`, 'Collection(directoryObject)');
      await look(`/users/${uid}/transitiveMemberOf`, 'Collection(directoryObject)');
      await look(`/users/${uid}/deviceManagementTroubleshootingEvents`, 'Collection(deviceManagementTroubleshootingEvent)');
      await look(
        `/users/${uid}/authentication/temporaryAccessPassMethods`,
        'Collection(temporaryAccessPassAuthenticationMethod)',
      );
      const filter = `userId eq '${uid}'`;
      await look(`/auditLogs/signIns${q({ $filter: filter })}`, 'Collection(signIn)');
      await look(`/auditLogs/signIns${q({ $filter: filter })}`, 'Collection(signIn)', {
        headers: { Prefer: 'include-unknown-enum-members' },
      });
      const both = `${filter} and (signInEventTypes/any(t: t eq 'nonInteractiveUser') or signInEventTypes/any(t: t eq 'interactiveUser'))`;
      await look(`/auditLogs/signIns${q({ $filter: both })}`, 'Collection(signIn)', { version: 'beta' });
      for (const device of owned.value) {
        await look(`/devices/${device.id}`, 'device');
        await look(`/devices(deviceId='${device.deviceId}')`, 'device');
        await look(`/devices/${device.id}/registeredUsers`, 'Collection(directoryObject)');
      }
      for (const managed of (await look(`/users/${uid}/managedDevices`, 'Collection(managedDevice)')).value) {
        await look(`/deviceManagement/managedDevices/${managed.id}`, 'managedDevice');
        await look(`/deviceManagement/managedDevices/${managed.id}/windowsProtectionState`, 'windowsProtectionState');
        const states = `/deviceManagement/managedDevices/${managed.id}/deviceCompliancePolicyStates`;
        for (const state of (await look(states, 'Collection(deviceCompliancePolicyState)')).value) {
          await look(`${states}/${state.id}/settingStates`, 'Collection(deviceCompliancePolicySettingState)');
        }
      }
    }
    await look('/organization', 'Collection(organization)');
    await look('/devices?$top=999', 'Collection(device)');
    await look('/devices/delta?$top=50', 'Collection(device)');
    await look('/directory/deletedItems/microsoft.graph.device', 'Collection(device)', { version: 'beta' });
    await look('/auditLogs/directoryAudits', 'Collection(directoryAudit)');
    const policies = await look('/identity/conditionalAccess/policies', 'Collection(conditionalAccessPolicy)');
    await look(`/identity/conditionalAccess/policies/${policies.value[0].id}`, 'conditionalAccessPolicy');
    const body = {
      signInIdentity: { userId: cast[0]!.aadObjectId },
      signInContext: { includeApplications: ['1fec8e78-bce4-4aaf-ab1b-5451cc387264'] },
    };
    await look('/identity/conditionalAccess/evaluate', 'Collection(whatIfAnalysisResult)', { method: 'POST', body });
    await look(
      '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/TemporaryAccessPass',
      'authenticationMethodConfiguration',
    );
    await look('/deviceManagement/managedDevices', 'Collection(managedDevice)');
    await look('/deviceManagement/deviceCompliancePolicies', 'Collection(deviceCompliancePolicy)');
    await look('/deviceManagement/auditEvents', 'Collection(auditEvent)');
    await look('/deviceManagement/windowsAutopilotDeviceIdentities', 'Collection(windowsAutopilotDeviceIdentity)');
    const summaries = await look(
      '/deviceManagement/deviceCompliancePolicySettingStateSummaries',
      'Collection(deviceCompliancePolicySettingStateSummary)',
    );
    await look(
      `/deviceManagement/deviceCompliancePolicySettingStateSummaries/${summaries.value[0].id}/deviceComplianceSettingStates`,
      'Collection(deviceComplianceSettingState)',
    );
    await look('/roleManagement/directory/roleDefinitions', 'Collection(unifiedRoleDefinition)');
    await look('/roleManagement/directory/roleAssignments', 'Collection(unifiedRoleAssignment)');
    await look('/roleManagement/directory/roleAssignmentScheduleInstances', 'Collection(unifiedRoleAssignmentScheduleInstance)');
    assert.deepEqual([...new Set(found)], []);
  });
});
