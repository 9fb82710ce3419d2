import assert from 'node:assert/strict';
import { gatherCase } from '../../bot/graph/gather-case.ts';
import type { Sandbox } from '../../env/sandbox/server.ts';
import { openWindow, startTrustedSandbox, subjectOf } from './sandbox-window.ts';

describe('graph trips, with 100 ms added to every answer', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startTrustedSandbox();
  });
  beforeEach(() => {
    sandbox.reset();
    sandbox.clearLog();
  });
  after(() => sandbox.stop());

  /** Requests on the wire, with when they came and when their answer left. */
  const wire = () =>
    sandbox
      .log()
      .filter(({ batch, path }) => batch === null && !/oauth2|openid/.test(path))
      .map(({ method, path, at, ms }) => ({ what: `${method} ${path}`, from: Date.parse(at), to: Date.parse(at) + ms }));

  for (const slug of ['record-deleted', 'not-compliant', 'new-policy', 'hybrid-sync']) {
    it(`needs two for ${slug}, from a cold start within Microsoft's limits`, async function () {
      this.retries(3); // it looks at milliseconds, on a machine that may be busy
      const graph = openWindow(sandbox);
      await graph.tokens.get();
      sandbox.order({ fault: 'delay', delayMs: 100 });
      const started = performance.now();
      const answers = await gatherCase(graph, subjectOf(slug));
      const took = performance.now() - started;
      graph.close();
      // Where a device and a policy are both in question, the fourth log query goes to the device.
      assert.deepEqual(answers.gaps!.filter(({ reason }) => reason !== 'not-asked'), []);
      const [second, ...earlier] = wire().reverse();
      const [beta, first, ...more] = earlier.sort((one, other) => one.what.localeCompare(other.what));
      assert.deepEqual([first?.what, beta?.what, more.length], ['POST /v1.0/$batch', 'POST /beta/$batch', 0]);
      assert.ok(second?.what.startsWith('POST /v1.0/$batch') || slug === 'hybrid-sync', 'one question alone needs no batch');
      assert.ok(beta!.from < first!.to && first!.from < beta!.to, 'both leave before either is back');
      assert.ok(second!.from >= Math.max(first!.to, beta!.to) - 2, 'the second trip waits for the first');
      assert.ok(took >= 200 && took < 3_000, `${Math.round(took)} ms`);
      assert.equal(sandbox.log().filter(({ status }) => status === 429).length, 0);
    });
  }

  it('needs three when Intune\'s report does not answer', async () => {
    const graph = openWindow(sandbox);
    sandbox.order({ fault: 'status-404', match: { path: '/reports/' } });
    await gatherCase(graph, subjectOf('not-compliant'));
    graph.close();
    const v1 = wire().filter(({ what }) => what.includes('/v1.0/'));
    assert.equal(v1.length, 3);
  });
});
