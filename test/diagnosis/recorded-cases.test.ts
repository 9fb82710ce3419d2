import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { causeIds } from '../../bot/diagnosis/diagnosis.ts';
import { diagnose } from '../../bot/diagnosis/diagnose.ts';
import { recordedCases } from '../fixtures/read-case.ts';

describe('recorded cases', () => {
  const cases = recordedCases();
  for (const { slug, verdict, answerPath, examination } of cases) {
    it(`answers ${slug} as recorded`, () => {
      const diagnosis = JSON.parse(JSON.stringify(diagnose(examination)));
      assert.equal(diagnosis.verdict, verdict, JSON.stringify(diagnosis.ranked));
      assert.deepEqual(diagnosis, JSON.parse(readFileSync(answerPath, 'utf8')));
    });
  }

  it('holds at least two cases of every cause', () => {
    for (const cause of causeIds) assert.ok(cases.filter(({ verdict }) => verdict === cause).length >= 2, cause);
  });
});
