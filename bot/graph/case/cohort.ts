import type { Cohort, SignIn } from '../../diagnosis/graph-answers.ts';
import { cohortMinutes } from '../collectors/failing-sign-ins.ts';
import { failingPolicies, hasFailed } from '../collectors/sign-in-row.ts';

/**
 * How many others failed within the hour as this person does: by the same policy where the log shows it, else with the
 * same code (then `policyId` is null). Where several policies refused the person, the one that struck most.
 */
export function cohortOf(userId: string, own: readonly SignIn[], everybody: readonly SignIn[]): Cohort {
  const newest = own.find((row) => hasFailed(row) && row.conditionalAccessStatus === 'failure') ?? own.find(hasFailed);
  const others = everybody.filter((row) => row.userId && row.userId.toLowerCase() !== userId.toLowerCase());
  const count = (fits: (row: SignIn) => boolean): number => new Set(others.filter(fits).map((row) => row.userId)).size;
  const policies = newest ? failingPolicies(newest) : [];
  const byPolicy = policies
    .map((policyId) => ({ policyId, users: count((row) => failingPolicies(row).includes(policyId)) }))
    .sort((one, other) => other.users - one.users)[0];
  if (byPolicy) return { ...byPolicy, windowMinutes: cohortMinutes };
  const code = newest?.status?.errorCode;
  return { policyId: null, users: code ? count((row) => row.status?.errorCode === code) : 0, windowMinutes: cohortMinutes };
}
