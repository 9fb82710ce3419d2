import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CardJson } from '../../bot/cases/ports.ts';
import type { Reply, Turn } from '../../dialogs/turn.ts';
import { activity, press, startDoor, tenantId, triageChannelId, type DoorRig } from '../helpers/front-door.ts';

const card = (text: string): CardJson => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] });

describe('talk', () => {
  let rig: DoorRig;
  let converse: (turn: Turn) => Promise<readonly Reply[]>;
  before(async () => (rig = await startDoor({ converse: (turn) => converse(turn) })));
  after(() => rig.stop());
  beforeEach(() => {
    converse = async () => [];
    rig.turns.length = 0;
    rig.connector.clear();
    rig.connector.recover();
  });
  const chat = (id: string) => ({ conversation: { id, conversationType: 'personal', tenantId } });

  it('answers a click with the card that takes its place, and sends the rest as messages', async () => {
    converse = async () => [
      { kind: 'card', card: card('first'), summary: 's' },
      { kind: 'replace', card: card('instead') },
      { kind: 'text', text: 'last' },
    ];
    const response = await rig.post(press(rig.connector.url, 'case.status', {}, chat('a:1')));
    const body = (await response.json()) as Record<string, any>;
    assert.equal(body['type'], 'application/vnd.microsoft.card.adaptive');
    assert.deepEqual(body['value'], card('instead'));
    await sleep(100);
    assert.equal(rig.connector.posts('a:1').length, 2);
    assert.equal(rig.connector.updates().length, 0);
  });

  it('answers a click with a line', async () => {
    converse = async () => [{ kind: 'notice', text: 'noted' }];
    const body = (await (await rig.post(press(rig.connector.url, 'case.status'))).json()) as Record<string, any>;
    assert.deepEqual(body, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'noted' });
  });

  it('has an answer for a click that got none', async () => {
    const response = await rig.post(press(rig.connector.url, 'case.status'));
    assert.equal(response.status, 200);
    assert.equal(((await response.json()) as Record<string, any>)['statusCode'], 200);
  });

  it('updates the clicked card when the click came as a message', async () => {
    converse = async () => [
      { kind: 'replace', card: card('instead') },
      { kind: 'notice', text: 'noted' },
    ];
    await rig.post(
      activity(rig.connector.url, { ...chat('a:2'), text: undefined, value: { verb: 'case.status' }, replyToId: '77' }),
    );
    assert.equal(rig.connector.updates('a:2')[0]?.activityId, '77');
    assert.equal(rig.connector.posts('a:2')[0]?.activity['text'], 'noted');
  });

  it('sends a text as text, with nothing in it that a client could draw', async () => {
    converse = async () => [{ kind: 'text', text: '<img src=x> [a](http://evil) \u202egnp.exe ok' }];
    await rig.post(activity(rig.connector.url, chat('a:3')));
    const { text, textFormat } = rig.connector.posts('a:3')[0]?.activity ?? {};
    assert.equal(textFormat, 'plain');
    assert.doesNotMatch(text as string, /<img|\]\(|\u202e/);
    assert.match((text as string).replaceAll('\u200b', ''), /<img src=x> \[a\]\(http:\/\/evil\) gnp.exe ok/);
  });

  it('apologises with a reference when something breaks, and will hear the message again', async () => {
    converse = async () => {
      throw new Error('broken');
    };
    const message = activity(rig.connector.url, chat('a:4'));
    assert.equal((await rig.post(message)).status, 200);
    const text = String(rig.connector.posts('a:4')[0]?.activity['text']);
    const reference = /reference ([A-Z2-9]{8})/.exec(text)?.[1];
    assert.ok(reference, text);
    assert.ok(rig.logLines.some((line) => line.includes(reference) && line.includes('"level":"error"')));
    converse = async () => [{ kind: 'text', text: 'now it works' }];
    await rig.post(message);
    assert.equal(rig.connector.posts('a:4')[1]?.activity['text'], 'now it works');
  });

  it('apologises under the card when a click breaks', async () => {
    converse = async () => {
      throw new Error('broken');
    };
    const response = await rig.post(press(rig.connector.url, 'case.status'));
    assert.equal(response.status, 200);
    assert.match(await response.text(), /my side/);
  });

  it('apologises when its memory is down', async () => {
    const amnesiac = await startDoor({
      references: { remember: () => Promise.reject(new Error('no database')), referenceOf: async () => undefined },
    });
    assert.equal((await amnesiac.post(activity(amnesiac.connector.url))).status, 200);
    assert.match(String(amnesiac.connector.posts('a:ada')[0]?.activity['text']), /my side/);
    assert.equal(amnesiac.turns.length, 0);
    await amnesiac.stop();
  });

  it('knows the triage channel, answers in its thread, and remembers the channel', async () => {
    converse = async () => [{ kind: 'text', text: 'seen' }];
    const thread = `${triageChannelId};messageid=1700000000009`;
    await rig.post(activity(rig.connector.url, { conversation: { id: thread, conversationType: 'channel', tenantId } }));
    await rig.post(
      activity(rig.connector.url, {
        conversation: { id: '19:other@thread.tacv2;messageid=1', conversationType: 'channel', tenantId },
      }),
    );
    assert.deepEqual(
      rig.turns.map((turn) => turn.place.isTriage),
      [true, false],
    );
    assert.equal(rig.connector.posts(thread).length, 1);
    assert.equal(rig.references.kept.get(triageChannelId)?.isTriage, true);
    const delivery = await rig.door.messenger.post(triageChannelId, card('case'), 'Case 1');
    assert.equal(delivery.kind, 'delivered');
    assert.equal(rig.connector.posts(triageChannelId).length, 1);
  });

  it('reaches the triage channel through the first team it is added to, without being spoken to there', async () => {
    const added = { type: 'installationUpdate', action: 'add', text: undefined };
    const team = (id: string) => ({
      conversation: { id, conversationType: 'channel', isGroup: true, tenantId },
      channelData: { tenant: { id: tenantId }, team: { id } },
    });
    await rig.post(activity(rig.connector.url, { ...added, ...team('19:general@thread.tacv2') }));
    const met = rig.references.kept.get(triageChannelId);
    assert.equal(met?.isTriage, true);
    assert.equal((await rig.door.messenger.post(triageChannelId, card('case'), 'Case 1')).kind, 'delivered');

    await rig.post(activity('http://127.0.0.1:1', { ...added, ...team('19:second-team@thread.tacv2') }));
    assert.equal(rig.references.kept.get(triageChannelId), met, 'a second team changes nothing');
  });

  it('does not take a chat that merely has the channel’s id for the triage channel', async () => {
    await rig.post(
      activity(rig.connector.url, { conversation: { id: triageChannelId, conversationType: 'groupChat', tenantId } }),
    );
    assert.equal(rig.turns[0]?.place.isTriage, false);
  });

  it('welcomes once when it is installed, though Teams tells it twice', async () => {
    const installed = { ...chat('a:new'), text: undefined };
    await rig.post(activity(rig.connector.url, { ...installed, type: 'installationUpdate', action: 'add' }));
    const update = activity(rig.connector.url, { ...installed, type: 'conversationUpdate' });
    await rig.post({ ...update, membersAdded: [{ id: update['recipient'].id }] });
    await rig.post(activity(rig.connector.url, { ...installed, type: 'installationUpdate', action: 'remove' }));
    assert.deepEqual(
      rig.turns.map((turn) => turn.said.kind),
      ['installed'],
    );
  });

  it('counts turns, sends, refusals and requests', async () => {
    await rig.post(activity(rig.connector.url));
    await fetch(`${rig.url}/api/messages`, { method: 'POST' });
    const text = await (await fetch(`${rig.url}/metrics`)).text();
    assert.match(text, /helpdesk_turns_total\{kind="message",outcome="done"\} [1-9]/);
    assert.match(text, /helpdesk_sends_total\{operation="post",outcome="delivered"\} [1-9]/);
    assert.match(text, /helpdesk_gate_refusals_total\{reason="content-type"\} 1/);
    assert.match(text, /helpdesk_http_requests_total\{route="\/api\/messages",status="415"\} 1/);
    assert.doesNotMatch(text, /ada|contoso|thread\.tacv2/i);
  });
});

describe('stopping', () => {
  it('takes nothing in any more, ends the turns that run, and closes', async () => {
    let finish = (): void => undefined;
    const rig = await startDoor({
      converse: () => new Promise((resolve) => (finish = () => resolve([{ kind: 'text', text: 'done' }]))),
    });
    const running = rig.post(activity(rig.connector.url));
    while (rig.turns.length === 0) await sleep(10);
    const stopped = rig.door.stop(5_000);
    await assert.rejects(fetch(`${rig.url}/healthz`));
    finish();
    assert.equal((await running).status, 200);
    assert.deepEqual(await stopped, { unfinishedTurns: 0 });
    assert.equal(rig.connector.posts('a:ada')[0]?.activity['text'], 'done');
    await rig.stop();
  });

  it('waits no longer than it is given', async () => {
    const rig = await startDoor({ converse: () => new Promise(() => undefined) });
    void rig.post(activity(rig.connector.url)).catch(() => undefined);
    while (rig.turns.length === 0) await sleep(10);
    const startedAt = performance.now();
    assert.deepEqual(await rig.door.stop(300), { unfinishedTurns: 1 });
    assert.ok(performance.now() - startedAt < 1_000);
    await rig.stop();
  });

  it('says on /readyz which part is not usable, and asks each at most every few seconds', async () => {
    let asked = 0;
    const rig = await startDoor({
      checks: { database: async () => ((asked += 1), false), queue: async () => true },
      tokens: () => Promise.reject(new Error('no')),
    });
    for (let time = 0; time < 5; time += 1) {
      const response = await fetch(`${rig.url}/readyz`);
      assert.equal(response.status, 503);
      assert.deepEqual(await response.json(), {
        status: 'not ready',
        database: 'not usable',
        queue: 'usable',
        credential: 'not usable',
      });
    }
    assert.equal(asked, 1);
    await rig.stop();
  });

  it('says which port is taken', async () => {
    const rig = await startDoor();
    const { port } = new URL(rig.url);
    await assert.rejects(startDoor({ env: { PORT: port } }), /PORT \d+ is already in use/);
    await rig.stop();
  });
});
