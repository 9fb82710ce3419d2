import assert from 'node:assert/strict';
import { caseAudits, caseIntuneAudits } from '../../../bot/graph/case/audits.ts';

const row = (id: string, day: number, target: string, activityDisplayName = 'Delete device') => ({
  id,
  activityDateTime: `2026-03-${String(day).padStart(2, '0')}T09:00:00Z`,
  activityDisplayName,
  targetResources: [{ id: target, displayName: target }],
});

describe('graph/case/audits', () => {
  it('keeps policy changes, the own device, and the deletions nearest to its own', () => {
    const tenant = [
      ...Array.from({ length: 300 }, (_, n) => row(`far-${n}`, 9, `x${n}`)),
      ...Array.from({ length: 5 }, (_, n) => row(`near-${n}`, 3, `y${n}`)),
      row('mine', 3, 'LAP-1'),
      row('policy', 1, 'p', 'Update Conditional Access policy'),
    ];
    const rows = caseAudits(tenant, [row('mine', 3, 'LAP-1'), row('update', 2, 'LAP-1', 'Update device')], { objectIds: [], names: ['lap-1'] });
    const found = rows.map(({ id }) => id ?? '');
    for (const id of ['mine', 'update', 'policy', 'near-0', 'near-4']) assert.equal(found.filter((one) => one === id).length, 1, id);
    assert.ok(rows.length <= 203);
    assert.ok(rows.every((one, n) => n === 0 || (rows[n - 1]!.activityDateTime ?? '') >= (one.activityDateTime ?? '')), 'newest first');
  });

  it('keeps of Intune\'s log what concerns policies or the own device', () => {
    const policy = { id: '1', activityType: 'Patch DeviceCompliancePolicy', category: 'Compliance' };
    const own = { id: '2', activityType: 'Retire ManagedDevice', resources: [{ resourceId: 'M-1' }] };
    const foreign = { id: '3', activityType: 'Wipe ManagedDevice', resources: [{ resourceId: 'm-2', displayName: 'LAP-2' }] };
    assert.deepEqual(caseIntuneAudits([policy, own, foreign], [{ id: 'm-1', deviceName: 'LAP-1' }]).map(({ id }) => id), ['1', '2']);
  });
});
