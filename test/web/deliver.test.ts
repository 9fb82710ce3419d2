import assert from 'node:assert/strict';
import { serviceUrlCheck } from '../../bot/auth/service-url.ts';
import type { CardJson, Messenger } from '../../bot/cases/ports.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { openConnector } from '../../bot/web/connector.ts';
import { openMessenger } from '../../bot/web/deliver.ts';
import { openOutbound } from '../../bot/web/outbound.ts';
import { refusals, startFakeConnector, type FakeConnector } from '../helpers/fake-connector.ts';
import { appId, fakeReferences, listLog } from '../helpers/front-door.ts';

const card = (text: string): CardJson => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] });

describe('deliver', () => {
  let connector: FakeConnector;
  let messenger: Messenger;
  let unreachable: string[];
  let lines: string[];
  let lastConversation = 0;

  const meet = async (
    references: ReturnType<typeof fakeReferences>,
    serviceUrl: string,
    stored: unknown = {},
  ): Promise<string> => {
    const teamsId = `a:chat-${(lastConversation += 1)}`;
    const reference = { serviceUrl, conversation: { id: teamsId }, ...(stored as object) };
    await references.remember({ teamsId, kind: 'personal', tenantId: 't', serviceUrl, reference, isTriage: false });
    return teamsId;
  };
  let references: ReturnType<typeof fakeReferences>;
  const meetAnew = (): Promise<string> => meet(references, connector.url);

  before(async () => (connector = await startFakeConnector()));
  after(() => connector.stop());
  beforeEach(() => {
    connector.clear();
    connector.recover();
    unreachable = [];
    references = fakeReferences();
    const { log, lines: written } = listLog();
    lines = written;
    const isServiceUrl = serviceUrlCheck({ isLocal: true, serviceHosts: [] });
    const outbound = openOutbound({
      connector: openConnector(async () => 'bot-token'),
      isServiceUrl,
      log,
      metrics: createMetrics(),
      appId,
      random: () => 0,
    });
    messenger = openMessenger({
      references,
      conversations: { markUnreachable: async (id, reason) => void unreachable.push(`${id} ${reason}`) },
      outbound,
      log,
    });
  });

  it('posts a card alone, with a summary, and answers its id', async () => {
    const id = await meetAnew();
    const delivery = await messenger.post(id, card('one'), 'Case 1');
    const [post] = connector.posts(id);
    assert.deepEqual(delivery, { kind: 'delivered', activityId: post?.activityId });
    assert.equal(post?.activity['text'], undefined);
    assert.equal(post?.activity['summary'], 'Case 1');
    assert.equal(post?.activity['attachments'].length, 1);
    assert.equal(post?.authorization, 'Bearer bot-token');
  });

  it('updates in place', async () => {
    const id = await meetAnew();
    const posted = await messenger.post(id, card('one'), '');
    assert.equal(posted.kind, 'delivered');
    const activityId = posted.kind === 'delivered' ? posted.activityId : '';
    assert.deepEqual(await messenger.update(id, activityId, card('two'), ''), { kind: 'delivered', activityId });
    assert.equal(connector.shown(id).size, 1);
    assert.match(JSON.stringify(connector.shown(id).get(activityId)), /two/);
  });

  for (const status of [412, 429, 502, 504]) {
    it(`tries again after ${status}`, async () => {
      const id = await meetAnew();
      connector.misbehave({ kind: 'status', status });
      assert.equal((await messenger.post(id, card('x'), '')).kind, 'delivered');
      assert.equal(connector.requests.length, 2);
      assert.equal(connector.posts(id).length, 1);
    });
  }

  it('waits as long as Retry-After says', async () => {
    const id = await meetAnew();
    connector.misbehave({ kind: 'status', status: 429, retryAfter: '1' });
    await messenger.post(id, card('x'), '');
    const [first, second] = connector.requests;
    assert.ok((second?.at ?? 0) - (first?.at ?? 0) >= 950);
  });

  it('says later when Retry-After is longer than anybody waits', async () => {
    const id = await meetAnew();
    connector.misbehave({ kind: 'status', status: 429, retryAfter: '120' });
    assert.deepEqual(await messenger.post(id, card('x'), ''), { kind: 'later', retryAfterMs: 120_000 });
    assert.equal(connector.requests.length, 1);
  });

  it('posts at most twice when a gateway times out after it was delivered', async () => {
    const id = await meetAnew();
    connector.alwaysMisbehave({ kind: 'status-after', status: 504 });
    assert.equal((await messenger.post(id, card('x'), '')).kind, 'later');
    assert.equal(connector.posts(id).length, 2);
  });

  for (const [way, reason, ends] of [
    ['blocked', 'blocked', true],
    ['notInRoster', 'not-in-roster', true],
    ['removed', 'removed', true],
    ['messageGone', 'message-gone', false],
  ] as const) {
    it(`takes ${way} as final${ends ? ' and marks the conversation' : ''}`, async () => {
      const id = await meetAnew();
      connector.misbehave(refusals[way]);
      assert.deepEqual(await messenger.update(id, '1', card('x'), ''), { kind: 'final', reason });
      assert.equal(connector.requests.length, 1);
      assert.deepEqual(unreachable, ends ? [`${id} ${reason}`] : []);
    });
  }

  it('keeps 401, 500 and 503 for later, without repeating at once', async () => {
    for (const status of [401, 500, 503]) {
      const id = await meetAnew();
      connector.misbehave({ kind: 'status', status });
      assert.equal((await messenger.post(id, card('x'), '')).kind, 'later');
    }
    assert.equal(connector.requests.length, 3);
    assert.deepEqual(unreachable, []);
    assert.match(lines.join(''), /refuses the bot's token/);
  });

  it('refuses a card over 25 KB before it goes out', async () => {
    const id = await meetAnew();
    assert.deepEqual(await messenger.post(id, card('x'.repeat(26 * 1024)), ''), { kind: 'final', reason: 'refused' });
    assert.equal(connector.requests.length, 0);
    assert.match(lines.join(''), /"level":"error".*25 KB/);
  });

  it('gives a silent connector five seconds and no more', async () => {
    const id = await meetAnew();
    connector.misbehave({ kind: 'hang' });
    const startedAt = performance.now();
    assert.equal((await messenger.post(id, card('x'), '')).kind, 'later');
    const tookMs = performance.now() - startedAt;
    assert.ok(tookMs > 4_500 && tookMs < 6_500, `${tookMs}`);
    assert.equal(connector.requests.length, 1);
  });

  it('gives up on a connection that breaks, without repeating what may have arrived', async () => {
    const id = await meetAnew();
    connector.misbehave({ kind: 'reset' });
    assert.deepEqual(await messenger.post(id, card('x'), ''), { kind: 'later' });
    assert.equal(connector.requests.length, 1);
  });

  it('keeps the order within a conversation and seven a second', async () => {
    const id = await meetAnew();
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 9 }, (_, index) => messenger.post(id, card(`number ${index}`), '')));
    assert.deepEqual(
      connector.posts(id).map((post) => post.activity['attachments'][0].content.body[0].text),
      Array.from({ length: 9 }, (_, index) => `number ${index}`),
    );
    const times = connector.posts(id).map((post) => post.at);
    assert.ok((times[8] ?? 0) - (times[0] ?? 0) >= 1_900, 'the ninth waits until two seconds after the first');
    assert.ok(performance.now() - startedAt < 4_000);
  });

  it('does not let one conversation hold up another', async () => {
    const [slow, quick] = [await meetAnew(), await meetAnew()];
    connector.misbehave({ kind: 'delay', ms: 1_000 });
    const held = messenger.post(slow, card('x'), '');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const startedAt = performance.now();
    await messenger.post(quick, card('y'), '');
    assert.ok(performance.now() - startedAt < 500);
    await held;
  });

  it('keeps to 25 a second in all', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, meetAnew));
    const begun = Date.now();
    await Promise.all(ids.map((id) => messenger.post(id, card('x'), '')));
    const times = connector
      .posts()
      .map((post) => post.at)
      .sort((a, b) => a - b);
    // From the moment of wanting to send: how long the first one travels must not count.
    assert.ok((times[25] ?? 0) - begun >= 990, `the 26th came after ${(times[25] ?? 0) - begun} ms`);
  });

  describe('ssrf', () => {
    const poisoned: readonly (readonly [string, (own: string) => Promise<string>])[] = [
      ['another host', () => meet(references, 'https://attacker.example/')],
      ['a host that only looks right', () => meet(references, 'http://127.0.0.1.attacker.example/')],
      ['a name and password', (own) => meet(references, own.replace('http://', 'http://user:pass@'))],
      [
        'a reference that says otherwise than its row',
        (own) => meet(references, own, { serviceUrl: 'https://attacker.example/' }),
      ],
      [
        'a row that says otherwise than its reference',
        (own) => meet(references, 'https://attacker.example/', { serviceUrl: own }),
      ],
      ['no conversation', (own) => meet(references, own, { conversation: {} })],
      ['no address', () => meet(references, '', { serviceUrl: undefined })],
    ];
    for (const [title, poison] of poisoned) {
      it(`sends nothing to a stored reference with ${title}`, async () => {
        const id = await poison(connector.url);
        assert.deepEqual(await messenger.post(id, card('x'), ''), { kind: 'final', reason: 'refused' });
        assert.equal(connector.requests.length, 0);
        assert.match(lines.join(''), /"level":"error"/);
      });
    }

    it('believes only Microsoft’s hosts in production', () => {
      const isServiceUrl = serviceUrlCheck({
        isLocal: false,
        serviceHosts: ['smba.trafficmanager.net', '.teams.microsoft.com', '.botframework.com'],
      });
      for (const good of [
        'https://smba.trafficmanager.net/emea/',
        'https://smba.infra.gcc.teams.microsoft.com/teams',
        'https://europe.directline.botframework.com',
      ])
        assert.ok(isServiceUrl(good), good);
      for (const bad of [
        'http://smba.trafficmanager.net/emea/',
        'https://smba.trafficmanager.net:8443/',
        'https://smba.trafficmanager.net.attacker.example/',
        'https://attacker.example/smba.trafficmanager.net',
        'https://smba.trafficmanager.net@attacker.example/',
        'https://evilteams.microsoft.com.example',
        'https://notteams.microsoft.com',
        'https://.teams.microsoft.com',
        'https://xsmba.trafficmanager.net',
        'https://127.0.0.1/',
        'https://localhost/',
        'https://169.254.169.254/',
        'https://smba.trafficmanager.net/?x=1',
        'https://smba.trafficmanager.net/#x',
        'ftp://smba.trafficmanager.net/',
        'smba.trafficmanager.net',
        '',
      ])
        assert.ok(!isServiceUrl(bad), bad);
    });

    it('does not follow a redirect with the bot’s token', async () => {
      const elsewhere = await startFakeConnector();
      const id = await meetAnew();
      connector.misbehave({ kind: 'status', status: 307, location: `${elsewhere.url}/v3/conversations/x/activities` });
      assert.equal((await messenger.post(id, card('x'), '')).kind, 'later');
      assert.equal(elsewhere.requests.length, 0);
      await elsewhere.stop();
    });
  });
});
