import assert from 'node:assert/strict';
import type { Membership } from '../../bot/cases/ports.ts';
import { activity, ada, member, press, startDoor, tenantId, triageChannelId, type DoorRig } from '../helpers/front-door.ts';

const elsewhere = '11111111-2222-4333-8444-555555555555';
const guest = 'c0470500-0000-4000-8000-00000000009e';
const stranger = 'c0470500-0000-4000-8000-00000000057a';
const disabled = 'c0470500-0000-4000-8000-0000000000d1';

const types: Readonly<Record<string, (serviceUrl: string, change: Record<string, unknown>) => Record<string, unknown>>> = {
  message: (serviceUrl, change) => activity(serviceUrl, change),
  invoke: (serviceUrl, change) => press(serviceUrl, 'case.status', { caseId: 'x' }, change),
  installationUpdate: (serviceUrl, change) =>
    activity(serviceUrl, { type: 'installationUpdate', action: 'add', text: undefined, ...change }),
  conversationUpdate: (serviceUrl, change) =>
    activity(serviceUrl, { type: 'conversationUpdate', membersAdded: [{ id: 'BOT' }], text: undefined, ...change }),
  messageUpdate: (serviceUrl, change) => activity(serviceUrl, { type: 'messageUpdate', ...change }),
  messageReaction: (serviceUrl, change) =>
    activity(serviceUrl, { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], text: undefined, ...change }),
};

const from = (aadObjectId: string | undefined): Record<string, unknown> => ({
  from: { id: `29:${aadObjectId}`, name: 'Somebody', aadObjectId },
});
const shared = { conversationType: 'channel', id: '19:shared@thread.tacv2;messageid=1' };
/** Where it comes from, and what a person of there says. */
const origins: Readonly<Record<string, Record<string, unknown>>> = {
  'another tenant': {
    conversation: { id: 'a:x', conversationType: 'personal', tenantId: elsewhere },
    channelData: { tenant: { id: elsewhere } },
  },
  'a conversation whose two tenants differ': {
    conversation: { id: 'a:x', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: elsewhere } },
  },
  'a guest': from(guest),
  'a stranger in a shared channel of ours': { ...from(stranger), conversation: { ...shared, tenantId } },
  'nobody in particular': from(undefined),
  'no tenant at all': { conversation: { id: 'a:x', conversationType: 'personal' }, channelData: {} },
  'a disabled account': from(disabled),
  'an id that is no GUID': from("x' or accountEnabled eq true"),
};

const whoIs = async (id: string): Promise<Membership> => {
  if (id === ada) return member(id);
  return { kind: id === guest ? 'guest' : id === disabled ? 'disabled' : 'unknown' };
};

describe('tenant-matrix', () => {
  let rig: DoorRig;
  before(async () => (rig = await startDoor({ directory: { whoIs } })));
  after(() => rig.stop());
  beforeEach(() => {
    rig.turns.length = 0;
    rig.references.kept.clear();
    rig.connector.clear();
  });

  for (const [type, make] of Object.entries(types)) {
    for (const [origin, change] of Object.entries(origins)) {
      it(`keeps ${type} from ${origin} out`, async () => {
        const body = make(rig.connector.url, change);
        if (type === 'conversationUpdate') body['membersAdded'] = [{ id: (body['recipient'] as { id: string }).id }];
        const response = await rig.post(body);
        assert.equal(response.status, 200);
        assert.deepEqual(rig.turns, []);
        assert.equal(rig.references.kept.size, 0);
        const said = JSON.stringify(rig.connector.requests.map((request) => request.activity)) + (await response.text());
        assert.doesNotMatch(said, /case \d|Lovelace|contoso/i);
      });
    }
    it(`lets ${type} from a member in`, async () => {
      const body = make(rig.connector.url, { conversation: { id: `a:${type}`, conversationType: 'personal', tenantId } });
      if (type === 'conversationUpdate') body['membersAdded'] = [{ id: (body['recipient'] as { id: string }).id }];
      await rig.post(body);
      assert.equal(rig.turns.length, 1);
      assert.deepEqual(rig.turns[0]?.person, { aadObjectId: ada, name: 'Ada Lovelace', userPrincipalName: 'ada@contoso.com' });
    });
  }

  it('accepts either of the two places where Teams names the tenant', async () => {
    await rig.post(activity(rig.connector.url, { channelData: undefined }));
    await rig.post(activity(rig.connector.url, { conversation: { id: 'a:ada', conversationType: 'personal' } }));
    assert.equal(rig.turns.length, 2);
  });

  it('answers a refused person politely, once a minute', async () => {
    const change = { ...from(guest), conversation: { id: 'a:guest', conversationType: 'personal', tenantId } };
    for (let time = 0; time < 3; time += 1) await rig.post(activity(rig.connector.url, change));
    assert.equal(rig.connector.posts('a:guest').length, 1);
    assert.match(String(rig.connector.posts('a:guest')[0]?.activity['text']), /guest/);
  });

  it('hears a person in a personal chat when the directory cannot say, and nobody elsewhere', async () => {
    const dark = await startDoor({ directory: { whoIs: async () => ({ kind: 'could-not-check' }) } });
    await dark.post(activity(dark.connector.url));
    assert.deepEqual(
      dark.turns.map((turn) => turn.person),
      [{ aadObjectId: ada, name: 'Ada (Teams)' }],
    );
    const channel = { id: `${triageChannelId};messageid=5`, conversationType: 'channel', tenantId };
    await dark.post(activity(dark.connector.url, { conversation: channel }));
    await dark.post(activity(dark.connector.url, { conversation: { id: '19:chat', tenantId } }));
    assert.equal(dark.turns.length, 1);
    assert.equal(dark.references.kept.has(triageChannelId), false);
    await dark.stop();
  });

  it('does not answer bots', async () => {
    await rig.post(activity(rig.connector.url, { from: { id: '28:other', aadObjectId: ada } }));
    await rig.post(activity(rig.connector.url, { from: { id: '29:x', aadObjectId: ada, role: 'bot' } }));
    assert.deepEqual([rig.turns.length, rig.connector.requests.length], [0, 0]);
  });
});
