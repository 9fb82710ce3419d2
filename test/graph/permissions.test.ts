import assert from 'node:assert/strict';
import { excessPermissions, missingPermissions, readerPermissions } from '../../bot/graph/permissions.ts';

const token = (claims: unknown): string => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
const all = readerPermissions.map(({ name }) => name);

describe('the permissions of the reader', () => {
  it('are all missing from a token without roles, and one by one from others', () => {
    assert.deepEqual(missingPermissions(token({ roles: all })), []);
    assert.equal(missingPermissions(token({})).length, all.length);
    assert.deepEqual(missingPermissions(token({ roles: all.slice(1) })).map(({ name }) => name), all.slice(0, 1));
  });

  it('are too many when one can change something, and not when one more can read', () => {
    const more = ['Device.ReadWrite.All', 'DeviceManagementManagedDevices.PrivilegedOperations.All', 'PrivilegedAssignmentSchedule.Read.AzureADGroup', 7];
    assert.deepEqual(excessPermissions(token({ roles: [...all, ...more] })), more.slice(0, 2));
  });

  it('are not judged from a token that cannot be read', () => {
    for (const unreadable of ['', 'opaque', 'x.%%%.x', token(null)]) {
      assert.deepEqual(missingPermissions(unreadable), [], unreadable);
      assert.deepEqual(excessPermissions(unreadable), [], unreadable);
    }
  });
});
