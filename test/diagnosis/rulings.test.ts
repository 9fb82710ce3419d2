import assert from 'node:assert/strict';
import type { Diagnosis } from '../../bot/diagnosis/diagnosis.ts';
import { diagnose } from '../../bot/diagnosis/diagnose.ts';
import { recordedCases } from '../fixtures/read-case.ts';

const cases = new Map(recordedCases().map((entry) => [entry.slug, entry]));

function diagnosed(slug: string): Diagnosis {
  const found = cases.get(slug);
  assert.ok(found, slug);
  return diagnose(found.examination);
}

describe('the rules of evidence', () => {
  it('restores a soft-deleted device before anything registers it again', () => {
    const { next } = diagnosed('record-deleted--soft-deleted-with-refused-test');
    assert.ok(next.some(({ who, step }) => who === 'Cloud Device Administrator' && /restore/i.test(step)));
    assert.ok(next.every(({ step }) => !/forcerecovery/.test(step)));
  });
  it('keeps a refused device possible, with the other cause behind it, while the directory cannot be read', () => {
    const { confidence, ranked, gaps } = diagnosed('record-deleted--directory-forbidden-refused-device');
    assert.equal(confidence, 'possible');
    assert.equal(ranked[1]?.cause, 'record-disabled');
    assert.ok(gaps.some(({ id }) => id === 'devices'));
  });
  it('puts record-deleted behind hybrid-sync when the sync account or a later stub explains it', () => {
    for (const slug of ['hybrid-sync--deleted-by-the-sync-account', 'hybrid-sync--deleted-by-person-then-pending']) assert.equal(diagnosed(slug).ranked[1]?.cause, 'record-deleted');
  });
  it('names the unmet condition behind new-policy, and who changed the policy', () => {
    const { ranked, contexts } = diagnosed('new-policy--enabled-yesterday-earlier-success');
    assert.equal(ranked[1]?.cause, 'not-managed');
    assert.match(contexts.find(({ id }) => id === 'policy-changed')?.text ?? '', /MeganB/);
  });
  it('keeps a change without success or cohort as context', () => {
    assert.ok(diagnosed('not-compliant--policy-change-without-success-or-cohort').contexts.some(({ id }) => id === 'policy-changed'));
  });
  it('never confirms an escalation in one sitting', () => {
    for (const [slug, { verdict, examination }] of cases) if (verdict === 'escalate') assert.notEqual(diagnose(examination).confidence, 'confirmed', slug);
  });
  it('leaves rows of another device and repaired refusals unclear, and asks for what decides', () => {
    for (const slug of ['unclear--row-of-another-device', 'unclear--fixed-since']) {
      const { confidence, decider, failure } = diagnosed(slug);
      assert.equal(confidence, 'possible');
      assert.ok(decider && failure);
    }
  });
  it('says "not permitted to see" and never "no policy" when the policy list is missing', () => {
    const { gaps } = diagnosed('unclear--53003-policies-not-visible');
    assert.ok(gaps.some(({ id }) => id === 'signIns.appliedConditionalAccessPolicies'));
  });
  it('blames no report-only policy', () => {
    const { failure, findings } = diagnosed('not-device--mfa-with-report-only-compliance');
    assert.deepEqual(failure?.policies, []);
    assert.ok(findings.every(({ id }) => id !== 'compliance-demanded'));
  });
  it('labels a bulk deletion and a changed compliance policy', () => {
    assert.ok(diagnosed('record-deleted--bulk-deletion-by-one-script').contexts.some(({ id }) => id === 'bulk-deletion'));
    assert.ok(diagnosed('not-compliant--compliance-policy-tightened').contexts.some(({ id }) => id === 'compliance-policy-changed'));
  });
  it('keeps the broker at possible and asks for one attempt with its time', () => {
    const { confidence, subReason, next } = diagnosed('not-device--broker-log-read-and-empty');
    assert.deepEqual([confidence, subReason], ['possible', 'client-broker']);
    assert.ok(next.some(({ step }) => /time/.test(step)));
  });
  it('tells a disabled person from a disabled device', () => {
    const { next } = diagnosed('no-prt-credential--account-disabled-50057');
    assert.match(next[0]?.step ?? '', /account is disabled, not the laptop/);
  });
});
