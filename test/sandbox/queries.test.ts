import assert from 'node:assert/strict';
import { cast } from '../../env/sandbox/people.ts';
import { q, rig } from './support.ts';

const person = cast.find((member) => member.slug === 'not-compliant')!;

describe('sandbox: queries', () => {
  const t = rig();
  const code = async (path: string, headers: Record<string, string> = {}): Promise<string> => {
    const { status, body } = await t.ask(path, { headers });
    return status === 200 ? 'ok' : body.error.code;
  };

  it('withholds accountEnabled, userType and onPremises* of users until they are selected', async () => {
    const plain = (await t.ask(`/users/${person.aadObjectId}`)).body;
    assert.equal(plain.displayName, person.name);
    for (const name of ['accountEnabled', 'userType', 'onPremisesSyncEnabled', 'usageLocation'])
      assert.ok(!(name in plain), name);
    const chosen = (await t.ask(`/users/${person.aadObjectId}?$select=accountEnabled,userType,onPremisesSyncEnabled`)).body;
    assert.deepEqual([chosen.accountEnabled, chosen.userType, chosen.onPremisesSyncEnabled], [true, 'Member', true]);
    assert.ok(!('displayName' in chosen));
  });

  it('knows users by object id and by user principal name', async () => {
    assert.equal((await t.ask(`/users/${person.upn}`)).body.id, person.aadObjectId);
    assert.equal((await t.ask('/users/nobody@contoso.com')).body.error.code, 'Request_ResourceNotFound');
  });

  it('tells deviceId and object id apart', async () => {
    const device = (await t.ask(`/devices(deviceId='${person.deviceId}')`)).body;
    assert.equal(device.deviceId, person.deviceId);
    assert.equal((await t.ask(`/devices/${device.id}`)).body.deviceId, person.deviceId);
    assert.equal((await t.ask(`/devices/${person.deviceId}`)).status, 404);
    assert.equal(
      (await t.ask(`/devices${q({ $filter: "deviceId eq '00000000-0000-4000-8000-000000000000'" })}`)).body.value.length,
      0,
    );
  });

  it('refuses a $select of what the type does not have', async () => {
    assert.equal((await t.ask('/devices?$select=thumbprint')).status, 400);
  });

  it('filters by startsWith, eq, and, or, parentheses, in and quotes inside texts', async () => {
    const count = async (filter: string): Promise<number> =>
      (await t.ask(`/devices${q({ $filter: filter, $top: '999' })}`)).body.value.length;
    const all = await count("startsWith(displayName,'CTS-')");
    const lt = await count("startsWith(displayName,'CTS-LT')");
    const pc = await count("startsWith(displayName,'CTS-PC')");
    assert.equal(all, lt + pc);
    assert.equal(
      await count("(startsWith(displayName,'CTS-LT') or startsWith(displayName,'CTS-PC')) and startsWith(displayName,'CTS-PC')"),
      pc,
    );
    assert.equal(await count(`displayName in ('${person.deviceName}','CTS-PC-3301')`), 2);
    assert.equal(await count("displayName eq 'O''Brien'"), 0);
  });

  it('refuses filters on what cannot be filtered, and broken ones', async () => {
    assert.equal(
      await code(`/devices${q({ $filter: 'registrationDateTime ge 2026-01-01T00:00:00Z' })}`),
      'Request_UnsupportedQuery',
    );
    assert.equal(
      await code(`/auditLogs/signIns${q({ $filter: `deviceDetail/deviceId eq '${person.deviceId}'` })}`),
      'Request_UnsupportedQuery',
    );
    assert.equal(await code(`/auditLogs/signIns${q({ $filter: 'status/errorCode ne 0' })}`), 'Request_UnsupportedQuery');
    assert.equal(await code(`/auditLogs/directoryAudits${q({ $filter: "category eq 'Device'" })}`), 'Request_UnsupportedQuery');
    assert.equal(
      await code(`/deviceManagement/managedDevices${q({ $filter: `userId eq '${person.aadObjectId}'` })}`),
      'Request_UnsupportedQuery',
    );
    assert.equal(
      await code(`/identity/conditionalAccess/policies${q({ $filter: "state eq 'enabled'" })}`),
      'Request_UnsupportedQuery',
    );
    assert.equal((await t.ask(`/devices${q({ $filter: 'displayName eq' })}`)).status, 400);
    assert.equal((await t.ask(`/devices${q({ $filter: "displayName eq 'unfinished" })}`)).status, 400);
  });

  it('asks for ConsistencyLevel and $count with advanced queries, and ignores $count alone', async () => {
    const advanced = `/devices${q({ $filter: 'isCompliant ne true', $count: 'true' })}`;
    assert.equal(await code(advanced), 'Request_UnsupportedQuery');
    assert.equal(await code(advanced, { ConsistencyLevel: 'eventual' }), 'ok');
    const ignored = (await t.ask('/devices?$count=true&$top=1')).body;
    assert.ok(!('@odata.count' in ignored));
    assert.equal(await code('/devices/$count'), 'Request_UnsupportedQuery');
    const counted = await t.ask('/devices/$count', { headers: { ConsistencyLevel: 'eventual' } });
    assert.ok(counted.body > 300);
    assert.equal(await code(`/users/${person.aadObjectId}/registeredDevices/microsoft.graph.device`), 'Request_UnsupportedQuery');
    const sorted = `/devices${q({ $filter: "startsWith(displayName,'CTS')", $orderby: 'displayName', $count: 'true' })}`;
    assert.equal(await code(sorted), 'Request_UnsupportedQuery');
    assert.equal(await code(sorted, { ConsistencyLevel: 'eventual' }), 'ok');
  });

  it('pages by absolute https links until there is no more, with the count on the first page only', async () => {
    const headers = { ConsistencyLevel: 'eventual' };
    const ids = new Set<string>();
    let path: string | undefined = '/devices?$top=100&$select=id&$count=true';
    let pages = 0;
    while (path !== undefined) {
      const { body }: { body: any } = await t.ask(path, { headers });
      assert.equal('@odata.count' in body, pages === 0);
      for (const device of body.value) ids.add(device.id);
      path = body['@odata.nextLink'];
      if (path) assert.ok(path.startsWith(`${t.sandbox.url}/v1.0/devices?`));
      pages++;
    }
    const state = (await t.control('GET', '/_state')).body;
    assert.equal(ids.size, state.counts.devices);
    assert.equal(pages, Math.ceil(ids.size / 100));
  });

  it('can start with an empty page that has a link', async () => {
    await t.control('POST', '/_fault', { match: { path: 'signIns' }, fault: 'empty-page', times: 1 });
    const first = (await t.ask(`/auditLogs/signIns${q({ $filter: `userId eq '${person.aadObjectId}'` })}`)).body;
    assert.deepEqual(first.value, []);
    const second = (await t.ask(first['@odata.nextLink'])).body;
    assert.ok(second.value.length > 0);
  });

  it('refuses pages that are too large or no number', async () => {
    assert.equal((await t.ask('/devices?$top=1000')).status, 400);
    assert.equal((await t.ask('/auditLogs/signIns?$top=1001')).status, 400);
    assert.equal((await t.ask('/devices?$top=ten')).status, 400);
    assert.equal((await t.ask('/devices?$skiptoken=invented')).status, 400);
  });

  it('joins Intune conditions by and, and by or only where Intune can', async () => {
    const path = (filter: string): string => `/deviceManagement/managedDevices${q({ $filter: filter })}`;
    assert.equal(
      (await t.ask(path(`azureADDeviceId eq '${person.deviceId}' and complianceState eq 'noncompliant'`))).body.value.length,
      1,
    );
    assert.equal(await code(path("complianceState eq 'noncompliant' or complianceState eq 'error'")), 'ok');
    assert.equal(await code(path(`azureADDeviceId eq '${person.deviceId}' or deviceName eq 'x'`)), 'Request_UnsupportedQuery');
    assert.equal(await code(`${path(`azureADDeviceId eq '${person.deviceId}'`)}&$count=true`), 'Request_UnsupportedQuery');
  });

  it('finds Autopilot devices by a part of the serial number', async () => {
    const all = (await t.ask('/deviceManagement/windowsAutopilotDeviceIdentities')).body.value;
    const path = `/deviceManagement/windowsAutopilotDeviceIdentities${q({ $filter: `contains(serialNumber,'${all[0].serialNumber.slice(2, 7)}')` })}`;
    assert.equal((await t.ask(path)).body.value[0].id, all[0].id);
  });
});
