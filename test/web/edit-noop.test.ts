import assert from 'node:assert/strict';
import { activity, press, startDoor, type DoorRig } from '../helpers/front-door.ts';

describe('edit-noop', () => {
  let rig: DoorRig;
  before(async () => (rig = await startDoor()));
  after(() => rig.stop());
  beforeEach(() => void (rig.turns.length = 0));

  it('tells the conversation of an edit without what it says now', async () => {
    await rig.post(
      activity(rig.connector.url, {
        type: 'messageUpdate',
        text: 'approve',
        value: { verb: 'approval.approve' },
        channelData: { eventType: 'editMessage', tenant: { id: rig.config.tenantId } },
      }),
    );
    assert.deepEqual(
      rig.turns.map((turn) => turn.said),
      [{ kind: 'edited' }],
    );
  });

  it('tells of a reaction without what it was to', async () => {
    await rig.post(activity(rig.connector.url, { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], text: 'approve' }));
    assert.deepEqual(
      rig.turns.map((turn) => turn.said),
      [{ kind: 'reaction' }],
    );
  });

  for (const type of [
    'messageDelete',
    'typing',
    'event',
    'endOfConversation',
    'handoff',
    'command',
    'trace',
    'suggestion',
    'invokeResponse',
    'delay',
    'unheard-of',
  ]) {
    it(`leaves ${type} alone`, async () => {
      const response = await rig.post(
        activity(rig.connector.url, { type, name: 'tokens/response', value: { token: 'x', verb: 'case.solved' } }),
      );
      assert.equal(response.status, 200);
      assert.deepEqual(rig.turns, []);
    });
  }

  for (const name of [
    'signin/verifyState',
    'signin/tokenExchange',
    'task/fetch',
    'task/submit',
    'composeExtension/query',
    'actionableMessage/executeAction',
    'fileConsent/invoke',
    'message/submitAction',
    undefined,
  ]) {
    it(`declines the invoke ${name} politely`, async () => {
      const response = await rig.post(press(rig.connector.url, 'case.solved', {}, { name }));
      assert.equal(response.status, 400);
      assert.deepEqual(rig.turns, []);
    });
  }

  it('does not take a card that refreshes itself for a click', async () => {
    const value = { action: { type: 'Action.Execute', verb: 'case.solved', data: {} }, trigger: 'automatic' };
    assert.equal((await rig.post(press(rig.connector.url, 'x', {}, { value }))).status, 400);
    assert.deepEqual(rig.turns, []);
  });

  it('hears the same activity once, and the same click once, however often they come', async () => {
    const message = activity(rig.connector.url);
    await Promise.all([rig.post(message), rig.post(message)]);
    await rig.post(message);
    const click = press(rig.connector.url, 'case.status');
    const answers = await Promise.all([rig.post(click), rig.post(click)]);
    const later = await rig.post(click);
    assert.equal(rig.turns.length, 2);
    assert.deepEqual(
      [...answers, later].map((answer) => answer.status),
      [200, 200, 200],
    );
    assert.match(await later.text(), /done already/);
  });
});
