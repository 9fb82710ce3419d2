import assert from 'node:assert/strict';
import fc from 'fast-check';
import { actors, causeIds, type Diagnosis } from '../../bot/diagnosis/diagnosis.ts';
import { diagnose } from '../../bot/diagnosis/diagnose.ts';
import { readCapture } from '../../bot/diagnosis/dsregcmd/read-capture.ts';
import { parseGraphAnswers } from '../../bot/diagnosis/parse-graph-answers.ts';
import { recordedCases } from '../fixtures/read-case.ts';

const now = '2026-03-10T09:00:00Z';
const keys = ['user', 'devices', 'deletedDevices', 'signIns', 'managedDevices', 'complianceSettings', 'compliancePolicies', 'conditionalAccessPolicies', 'directoryAudits', 'deviceManagementAudits', 'organization'];
const harmful = /\/leave|\/cleanupaccounts|clear.{0,12}tpm|certlm|remove.{0,20}certificate|delet\w* (?:the|this|that|its).{0,20}(?:certificate|device|object)|cookie|wipe|retire the|fresh start|turn off conditional access|disable (?:the|all) polic/i;

function check(diagnosis: Diagnosis): void {
  assert.ok(diagnosis.next.length > 0, `no next step for ${diagnosis.verdict}`);
  for (const { who, step } of diagnosis.next) {
    assert.ok(actors.includes(who));
    assert.doesNotMatch(step, harmful);
    if (/disconnect/i.test(step)) assert.equal(diagnosis.device?.joinType, 'registered');
  }
  assert.ok(([...causeIds, 'healthy', 'unclear', 'run-as-system-or-elevated'] as string[]).includes(diagnosis.verdict));
}

/** Every string and list of a recorded case may turn into something else. */
function mutate(value: unknown, choose: () => number): unknown {
  const choice = choose();
  if (choice === 0) return null;
  if (choice === 1) return 'unexpected';
  if (choice === 2) return [];
  if (choice === 3) return 7;
  if (Array.isArray(value)) return value.map((entry) => mutate(entry, choose));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mutate(entry, choose)]));
  return value;
}

describe('the physician', () => {
  const cases = recordedCases();

  it('never proposes a harmful step in any recorded case', () => {
    for (const { examination } of cases) check(diagnose(examination));
  });

  it('never throws for arbitrary JSON in place of answers', () => {
    const answers = fc.record(Object.fromEntries(keys.map((key) => [key, fc.jsonValue()])), { requiredKeys: [] });
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), answers), (value) => check(diagnose({ captures: [], now, graph: parseGraphAnswers(value) }))), { numRuns: 300 });
  });

  it('never throws and stays safe when recorded answers are damaged', () => {
    fc.assert(
      fc.property(fc.nat(cases.length - 1), fc.infiniteStream(fc.nat(60)), (index, stream) => {
        const { examination } = cases[index]!;
        const graph = parseGraphAnswers(mutate(examination.graph ?? {}, () => stream.next().value as number));
        check(diagnose({ ...examination, graph }));
      }),
      { numRuns: 500 },
    );
  });

  it('never confirms a deletion in a world of refusals', () => {
    for (const { examination, slug } of cases) {
      const forbidden = diagnose({ ...examination, graph: parseGraphAnswers({ forbidden: keys }) });
      check(forbidden);
      assert.ok(!(forbidden.verdict === 'record-deleted' && forbidden.confidence === 'confirmed' && !/700003/.test(JSON.stringify(forbidden.findings))), slug);
      for (const key of keys) assert.ok(forbidden.gaps.some(({ id }) => id === key), `${slug}: ${key} is not named as a gap`);
    }
  });

  it('names every key that could not be read, one missing at a time', () => {
    for (const { examination } of cases) {
      for (const key of keys) {
        const graph = { ...examination.graph, forbidden: [key], [key]: undefined };
        const diagnosis = diagnose({ ...examination, graph: parseGraphAnswers(graph) });
        check(diagnosis);
        assert.ok(diagnosis.gaps.some(({ id }) => id === key));
      }
    }
  });

  it('gives the same diagnosis for the same examination', () => {
    for (const { examination } of cases.slice(0, 20)) assert.deepEqual(diagnose(examination), diagnose(examination));
  });

  it('judges a text of nothing but a code by that code, and CAA50021 by nothing', () => {
    const alone = (text: string) => {
      const capture = readCapture(text);
      assert.ok(!('kind' in capture));
      return diagnose({ captures: [{ capture, origin: 'text' }], now });
    };
    assert.equal(alone('Teams says error CAA50021').verdict, 'unclear');
    assert.equal(alone('The log says AADSTS700003').confidence, 'possible');
  });
});
