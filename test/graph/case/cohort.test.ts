import assert from 'node:assert/strict';
import { cohortOf } from '../../../bot/graph/case/cohort.ts';

const row = (userId: string, errorCode: number, ...policies: string[]) => ({
  userId,
  conditionalAccessStatus: 'failure',
  status: { errorCode },
  ...(policies.length > 0 && { appliedConditionalAccessPolicies: policies.map((id) => ({ id, result: 'failure' })) }),
});

describe('graph/case/cohort', () => {
  it('counts others refused by the same policy, each once, and not the person', () => {
    const everybody = [row('me', 53003, 'a'), row('B', 53003, 'a'), row('B', 53000, 'a'), row('c', 53003, 'b')];
    assert.deepEqual(cohortOf('ME', [row('me', 53003, 'a')], everybody), { policyId: 'a', users: 1, windowMinutes: 60 });
  });

  it('takes the policy that struck most when several refused', () => {
    const everybody = [row('b', 1, 'y'), row('c', 1, 'y'), row('d', 1, 'x')];
    assert.equal(cohortOf('me', [row('me', 1, 'x', 'y')], everybody).policyId, 'y');
  });

  it('falls back to the code, with no policy, where the log hides the policies', () => {
    assert.deepEqual(cohortOf('me', [row('me', 53000)], [row('b', 53000), row('c', 53003)]), { policyId: null, users: 1, windowMinutes: 60 });
  });
});
