import assert from 'node:assert/strict';
import { bare, leastReader, logReader } from '../../env/sandbox/entra/registrations.ts';
import { cast, staff } from '../../env/sandbox/people.ts';
import { q, rig } from './support.ts';

const person = cast.find((member) => member.slug === 'not-compliant')!;
const mine = (key: string): string => staff.find((member) => member.key === key)!.aadObjectId;
const signIns = `/auditLogs/signIns${q({ $filter: `userId eq '${person.aadObjectId}'` })}`;

describe('sandbox: permissions', () => {
  const t = rig();

  it('refuses an app without permission in the code of the service behind the call', async () => {
    const token = await t.tokenOf(bare);
    const code = async (path: string): Promise<string> => {
      const { status, body } = await t.ask(path, { token });
      assert.equal(status, 403, path);
      return body.error.code;
    };
    assert.equal(await code('/devices'), 'Authorization_RequestDenied');
    assert.equal(await code(signIns), 'Authentication_MSGraphPermissionMissing');
    assert.equal(await code('/identity/conditionalAccess/policies'), 'AccessDenied');
    assert.equal(await code('/deviceManagement/managedDevices'), 'Forbidden');
    assert.equal(await code(`/users/${person.aadObjectId}/authentication/temporaryAccessPassMethods`), 'accessDenied');
  });

  it('opens only what the least reader may read', async () => {
    const token = await t.tokenOf(leastReader);
    assert.equal((await t.ask('/deviceManagement/managedDevices?$top=1', { token })).status, 200);
    assert.equal((await t.ask('/deviceManagement/auditEvents', { token })).status, 403);
    assert.equal((await t.ask('/deviceManagement/windowsAutopilotDeviceIdentities', { token })).status, 403);
    assert.equal((await t.ask('/informationProtection/bitlocker/recoveryKeys', { token })).status, 403);
    const creating = { token, method: 'POST', body: { reportName: 'DeviceNonCompliance' } };
    assert.equal((await t.ask('/deviceManagement/reports/exportJobs', creating)).status, 403);
  });

  it('leaves applied policies out in silence for who may not read policies', async () => {
    const seen = (await t.ask(signIns)).body.value;
    assert.ok(seen.every((row: any) => Array.isArray(row.appliedConditionalAccessPolicies)));
    const token = await t.tokenOf(logReader);
    const { status, body } = await t.ask(signIns, { token });
    assert.equal(status, 200);
    assert.equal(body.value.length, seen.length);
    assert.ok(body.value.every((row: any) => !('appliedConditionalAccessPolicies' in row)));
  });

  it('takes a permission away and gives it back while running', async () => {
    await t.control('POST', '/_fault', { permissions: { remove: ['Policy.Read.All'] } });
    assert.equal((await t.ask('/identity/conditionalAccess/policies')).status, 403);
    assert.ok(!('appliedConditionalAccessPolicies' in (await t.ask(signIns)).body.value[0]));
    await t.control('POST', '/_fault', { permissions: { restore: ['Policy.Read.All'] } });
    assert.equal((await t.ask('/identity/conditionalAccess/policies')).status, 200);
  });

  it('asks on behalf of a person for the scope and for the role', async () => {
    const as = async (key: string, scopes: string[], path: string): Promise<[number, string?]> => {
      const { status, body } = await t.ask(path, { token: await t.sandbox.token({ userId: mine(key), scopes }) });
      return [status, body.error?.code];
    };
    const both = ['AuditLog.Read.All', 'Policy.Read.All'];
    assert.deepEqual(await as('securityReader', both, signIns), [200, undefined]);
    assert.deepEqual(await as('securityReader', ['User.Read'], signIns), [403, 'Authentication_MSGraphPermissionMissing']);
    assert.deepEqual(await as('agent', both, signIns), [403, 'Authentication_RequestFromUnsupportedUserRole']);
    assert.deepEqual(await as('conditionalAccess', both, '/identity/conditionalAccess/policies'), [200, undefined]);
    assert.deepEqual(await as('cloudDevice', both, '/identity/conditionalAccess/policies'), [403, 'AccessDenied']);
    assert.deepEqual(await as('intune', ['DeviceManagementManagedDevices.Read.All'], '/deviceManagement/managedDevices'), [
      200,
      undefined,
    ]);
  });

  it('shows the log without policies to a person whose role reads logs only', async () => {
    const token = await t.sandbox.token({ userId: mine('cloudDevice'), scopes: ['AuditLog.Read.All', 'Policy.Read.All'] });
    const { status, body } = await t.ask(signIns, { token });
    assert.equal(status, 200);
    assert.ok(body.value.length > 0 && !('appliedConditionalAccessPolicies' in body.value[0]));
  });

  it('knows /me, and lets User.Read open nobody else', async () => {
    const token = await t.sandbox.token({ userId: mine('agent'), scopes: ['User.Read'] });
    assert.equal((await t.ask('/me', { token })).body.id, mine('agent'));
    assert.equal((await t.ask('/me')).status, 403);
    assert.equal((await t.ask(`/users/${mine('agent')}/ownedDevices`, { token })).status, 200);
    assert.equal((await t.ask(`/users/${person.aadObjectId}/ownedDevices`, { token })).status, 403);
  });
});
