import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CardJson } from '../../bot/cases/ports.ts';
import { activity, member, press, startDoor, type DoorRig } from '../helpers/front-door.ts';

const card: CardJson = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'the new card' }] };
const never = new Promise<never>(() => undefined);
const timed = async <T>(work: Promise<T>): Promise<{ ms: number; result: T }> => {
  const startedAt = performance.now();
  const result = await work;
  return { ms: performance.now() - startedAt, result };
};

describe('deadlines', () => {
  // Each of these waits for seconds and hardly works: they wait together.
  const begun: (() => void)[] = [];
  const meanwhile = (title: string, run: () => Promise<void>): void => {
    let outcome: Promise<void> | undefined;
    begun.push(() => {
      outcome = run();
      outcome.catch(() => undefined);
    });
    it(title, () => outcome).timeout(20_000);
  };
  before(() => begun.forEach((begin) => begin()));

  const rigs: DoorRig[] = [];
  const start = async (...args: Parameters<typeof startDoor>): Promise<DoorRig> => {
    const rig = await startDoor(...args);
    rigs.push(rig);
    return rig;
  };
  after(() => Promise.all(rigs.map((rig) => rig.stop())));

  meanwhile('answers a click within five seconds when the directory hangs', async () => {
    const rig = await start({ directory: { whoIs: () => never }, converse: async () => [{ kind: 'notice', text: 'done' }] });
    const { ms, result } = await timed(rig.post(press(rig.connector.url, 'case.status')));
    assert.ok(ms < 5_000, `${ms}`);
    assert.match(await result.text(), /done/);
  });

  meanwhile(
    'answers a click within five seconds when everything behind it hangs, and the card comes later by an update',
    async () => {
      let finish = (): void => undefined;
      const converse = async (): Promise<[{ kind: 'replace'; card: CardJson }]> => {
        await new Promise<void>((resolve) => (finish = resolve));
        return [{ kind: 'replace', card }];
      };
      const rig = await start({ converse });
      const { ms, result } = await timed(rig.post(press(rig.connector.url, 'case.status')));
      assert.ok(ms < 5_000, `${ms}`);
      assert.match(await result.text(), /still working/);
      finish();
      await sleep(200);
      assert.deepEqual(
        rig.connector.updates('a:ada').map((update) => update.activityId),
        ['1700000000001'],
      );
    },
  );

  meanwhile('answers a message within ten seconds when the conversation hangs, and says so to the person', async () => {
    const rig = await start({ converse: () => never });
    const { ms, result } = await timed(rig.post(activity(rig.connector.url)));
    assert.ok(ms < 10_000, `${ms}`);
    assert.equal(result.status, 200);
    await sleep(100);
    assert.match(String(rig.connector.posts('a:ada')[0]?.activity['text']), /longer than it should/);
  });

  meanwhile('is not held by a connector that never answers', async () => {
    const rig = await start();
    rig.connector.alwaysMisbehave({ kind: 'hang' });
    const { ms, result } = await timed(rig.post(activity(rig.connector.url)));
    assert.ok(ms < 10_000, `${ms}`);
    assert.equal(result.status, 200);
    const click = await timed(
      rig.post(
        press(
          rig.connector.url,
          'case.status',
          {},
          { conversation: { id: 'a:other', conversationType: 'personal', tenantId: rig.config.tenantId } },
        ),
      ),
    );
    assert.ok(click.ms < 5_000, `${click.ms}`);
  });

  meanwhile('is not held by a store that never answers', async () => {
    const rig = await start({
      activities: { isDone: () => never, markDone: () => never },
      deadlines: { invoke: 300, message: 300 },
    });
    assert.equal((await rig.post(activity(rig.connector.url))).status, 200);
    assert.match(await (await rig.post(press(rig.connector.url, 'case.status'))).text(), /still working/);
  });

  meanwhile('is not held by a token service that never answers', async () => {
    const rig = await start({ tokens: () => never });
    const { ms } = await timed(rig.post(activity(rig.connector.url)));
    assert.ok(ms < 10_000, `${ms}`);
    assert.equal(rig.connector.requests.length, 0);
  });

  meanwhile('answers 503 when the keys never come', async () => {
    const rig = await start();
    rig.keys.set('silent');
    const { ms, result } = await timed(rig.post(activity(rig.connector.url)));
    assert.equal(result.status, 503);
    assert.ok(ms < 7_000, `${ms}`);
    rig.keys.set('up');
  });

  it('adds little of its own: p95 of a turn under 300 ms with 10 at a time', async () => {
    const rig = await start({ directory: { whoIs: async (id) => member(id) }, converse: async () => [] });
    await rig.post(activity(rig.connector.url));
    const authorization = `Bearer ${await rig.token()}`;
    const times: number[] = [];
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let time = 0; time < 15; time += 1)
          times.push((await timed(rig.post(activity(rig.connector.url), { authorization }))).ms);
      }),
    );
    times.sort((a, b) => a - b);
    assert.ok((times[Math.floor(times.length * 0.95)] ?? 1e9) < 300, `${times[Math.floor(times.length * 0.95)]}`);
  });
});
