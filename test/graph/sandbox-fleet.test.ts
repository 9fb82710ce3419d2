import assert from 'node:assert/strict';
import { gatherCase } from '../../bot/graph/gather-case.ts';
import { cast } from '../../env/sandbox/people.ts';
import type { Sandbox } from '../../env/sandbox/server.ts';
import { openWindow, startTrustedSandbox, subjectOf } from './sandbox-window.ts';

describe('graph on a bad morning', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startTrustedSandbox();
  });
  after(() => sandbox.stop());

  it('reads thirty cases at once within the limits, and what the tenant shares only once', async function () {
    this.timeout(40_000);
    this.retries(1); // a machine that stands still for seconds is no judge
    const graph = openWindow(sandbox);
    const people = cast.filter(({ slug }) => slug !== 'guest' && slug !== 'disabled-user');
    const subjects = Array.from({ length: 30 }, (_, n) => subjectOf(people[n % people.length]!.slug));
    sandbox.reset();
    sandbox.clearLog();
    const started = performance.now();
    const all = await Promise.all(subjects.map((subject) => gatherCase(graph, subject)));
    assert.ok(performance.now() - started < 20_000);
    graph.close();

    const parts = sandbox.log().filter(({ path }) => !path.endsWith('$batch'));
    assert.equal(parts.filter(({ status }) => status === 429).length, 0, 'nothing was throttled');
    for (const shared of ['/identity/conditionalAccess/policies', '/deviceCompliancePolicies', '/organization', '/TemporaryAccessPass', '/deviceManagement/auditEvents', '/deletedItems/', "loggedByService eq 'Conditional Access'"]) {
      assert.equal(parts.filter(({ path }) => path.includes(shared)).length, 1, shared);
    }
    assert.ok(parts.filter(({ path }) => path.includes("conditionalAccessStatus eq 'failure'")).length <= 1);
    assert.ok(parts.filter(({ path }) => path.includes('/auditLogs/')).length <= 8, 'two windows of four log queries');
    for (const answers of all) {
      assert.ok(answers.signIns, 'everybody\'s sign-ins were read');
      assert.ok(answers.devices && answers.managedDevices && answers.conditionalAccessPolicies);
    }
    const troubled = all.filter(({ gaps }) => gaps!.some(({ key }) => key !== 'cohort' && key !== 'directoryAudits.device'));
    assert.equal(troubled.length, 0, JSON.stringify(troubled[0]?.gaps));
  });
});
