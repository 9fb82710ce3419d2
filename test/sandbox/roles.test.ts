import assert from 'node:assert/strict';
import { roleTemplates } from '../../env/sandbox/graph/rules/roles.ts';
import { staff } from '../../env/sandbox/people.ts';
import { q, rig } from './support.ts';

const idOf = (key: string): string => staff.find((member) => member.key === key)!.aadObjectId;

describe('sandbox: who holds which role', () => {
  const t = rig();
  const held = async (key: string): Promise<string[]> => {
    const { body } = await t.ask(`/users/${idOf(key)}/checkMemberObjects`, {
      method: 'POST',
      body: { ids: Object.values(roleTemplates).slice(0, 20) },
    });
    return Object.entries(roleTemplates)
      .filter(([, id]) => body.value.includes(id))
      .map(([name]) => name);
  };

  it('gives every member of staff the roles that people.ts tells', async () => {
    for (const member of staff) assert.deepEqual((await held(member.key)).sort(), [...member.roles].sort(), member.key);
  });

  it('sees a role held through a group, and not one that is only eligible', async () => {
    assert.deepEqual(await held('intune'), ['Intune Administrator']);
    assert.deepEqual(await held('securityReader'), ['Security Reader']);
  });

  it("lets an activated role end on the tenant's clock", async () => {
    assert.deepEqual(await held('hybridIdentity'), ['Hybrid Identity Administrator']);
    const path = `/roleManagement/directory/roleAssignmentScheduleInstances${q({ $filter: `principalId eq '${idOf('hybridIdentity')}'` })}`;
    const [row] = (await t.ask(path)).body.value;
    assert.equal(row.assignmentType, 'Activated');
    assert.ok(new Date(row.endDateTime) > t.sandbox.now());
    t.sandbox.advance(9 * 60);
    assert.deepEqual(await held('hybridIdentity'), []);
    assert.deepEqual((await t.ask(path)).body.value, []);
  });

  it('lists groups and roles side by side in transitiveMemberOf', async () => {
    const { value } = (await t.ask(`/users/${idOf('intune')}/transitiveMemberOf`)).body;
    const kinds = value.map((row: any) => row['@odata.type']);
    assert.ok(kinds.includes('#microsoft.graph.group') && kinds.includes('#microsoft.graph.directoryRole'));
    assert.equal(value.find((row: any) => row.roleTemplateId)?.roleTemplateId, roleTemplates['Intune Administrator']);
  });

  it('takes one to twenty ids, no more', async () => {
    const ask = async (ids: string[]): Promise<number> =>
      (await t.ask(`/users/${idOf('agent')}/checkMemberObjects`, { method: 'POST', body: { ids } })).status;
    assert.equal(await ask([]), 400);
    assert.equal(await ask(Array.from({ length: 21 }, () => roleTemplates['Global Reader'])), 400);
  });

  it('wants ConsistencyLevel for transitive assignments, in beta only', async () => {
    const path = `/roleManagement/directory/transitiveRoleAssignments${q({ $filter: `principalId eq '${idOf('intune')}'`, $count: 'true' })}`;
    // the reader has no right to read roles; a token made for the purpose does
    const token = await t.sandbox.token({
      registration: { name: 'roles', clientId: 'r', clientSecret: '', roles: ['RoleManagement.Read.Directory'], scopes: [] },
    });
    assert.equal((await t.ask(path, { version: 'beta', token })).status, 404);
    const { body } = await t.ask(path, { version: 'beta', token, headers: { ConsistencyLevel: 'eventual' } });
    assert.equal(body.value[0].roleDefinitionId, roleTemplates['Intune Administrator']);
    assert.equal((await t.ask(path, { token })).status, 400);
  });
});
