import assert from 'node:assert/strict';
import { clustersOf, type FleetFailure } from '../../bot/diagnosis/fleet.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 9, minute)).toISOString();
const failing = (users: number, more: Partial<FleetFailure>): FleetFailure[] =>
  Array.from({ length: users }, (_, index) => ({ caseId: `c${index}`, userId: `user-${index}`, at: at(index * 5), ...more }));

describe('the fleet', () => {
  it('makes one incident of three people refused by one policy within an hour', () => {
    const [cluster, ...others] = clustersOf(failing(3, { policyId: 'P1', policyName: 'Require compliant device', errorCode: 53000 }));
    assert.equal(others.length, 0);
    assert.deepEqual([cluster?.id, cluster?.users, cluster?.label], ['policy:p1', 3, 'not-compliant']);
  });
  it('sees no incident in one person failing often, or in three spread over a day', () => {
    assert.deepEqual(clustersOf(failing(5, { errorCode: 700003, userId: 'same' })), []);
    assert.deepEqual(clustersOf([0, 120, 400].map((minute, index) => ({ userId: `u${index}`, at: at(minute), errorCode: 700003 }))), []);
  });
  it('calls the incident new-policy when the cases saw the policy change', () => {
    const contexts = [{ id: 'policy-changed' as const, text: 'changed' }];
    const [cluster] = clustersOf(failing(4, { policyId: 'P1', errorCode: 53000, contexts }));
    assert.deepEqual([cluster?.label, cluster?.owner], ['new-policy', 'Conditional Access Administrator']);
  });
  it('leaves everyday prompts out', () => {
    assert.deepEqual(clustersOf(failing(6, { errorCode: 50074 })), []);
  });
});
