import assert from 'node:assert/strict';
import { ALEX, MEGAN, openHouse, type House } from '../helpers/fake-rooms.ts';
import { LAPTOP, OTHER_LAPTOP, dsregcmd, graph, listed, notCompliant, refused, sections } from '../helpers/laptop.ts';
import type { Reply } from '../../dialogs/turn.ts';

async function collecting(): Promise<House> {
  const house = openHouse();
  house.evidence.answers = graph({ devices: [listed()] });
  await house.say("I can't sign in");
  await house.settle();
  assert.equal(house.newest().asking?.what, 'capture');
  return house;
}

const textOf = (replies: readonly Reply[]): string => replies.map((reply) => ('text' in reply ? reply.text : '')).join('\n');
const kinds = (replies: readonly Reply[]): string => replies.map(({ kind }) => kind).join(' ');

describe('the conversation with a reporter', () => {
  it('goes on with the same case when the same trouble is told twice, and shows its card anew', async () => {
    const house = await collecting();
    house.advance(1);
    await house.say('CAA50021 still there');
    await house.settle();
    assert.equal(house.store.all().length, 1);
    assert.equal(house.newest().anchor, 1);
    const cards = house.chat.messages.filter(({ conversationId }) => conversationId !== 'triage');
    assert.equal(cards.length, 2);
    assert.match(cards[0]?.versions.at(-1)?.summary ?? '', /goes on further down/);
  });

  it('opens one case when the same message arrives many times at once', async () => {
    const house = openHouse();
    await Promise.all(Array.from({ length: 10 }, () => house.say('CAA50021')));
    await house.settle();
    assert.equal(house.store.all().length, 1);
    assert.equal(house.newest().anchor, 0);
    assert.equal(house.chat.messages.length, 2);
  });

  it('answers a don’t of the guide beside the report and opens the case all the same', async () => {
    const house = openHouse();
    const replies = await house.say('I get CAA50021, should I reset my password?');
    assert.equal(kinds(replies), 'card');
    assert.equal(house.store.all().length, 1);
  });

  it('answers a question alone without opening a case', async () => {
    const house = openHouse();
    assert.equal(kinds(await house.say('what is CAA50021?')), 'card');
    assert.equal(house.store.all().length, 0);
  });

  for (const [words, kind] of [
    ['help', 'card'],
    ['status', 'card'],
    ['hi', 'card'],
    ['thanks', 'text'],
    ['👍', 'text'],
    ['yes', 'text'],
    ['cancel', 'text'],
    ['it works now', 'text'],
    ['done', 'text'],
    ['blah blah', 'text card'],
    ['lorem ipsum '.repeat(200), 'text'],
    ['x'.repeat(5_000_000), 'text'],
    ['', 'text'],
    ['talk to a human', 'text'],
    ['ask me the questions', 'text'],
  ] as const) {
    it(`has an answer to "${words.slice(0, 30)}" without a case`, async () => {
      const house = openHouse();
      assert.equal(kinds(await house.say(words)), kind);
      assert.equal(house.store.all().length, 0);
    });
  }

  for (const words of ['hi', 'thanks', '👍', 'yes', 'no', 'blah blah', 'help', 'lorem ipsum '.repeat(200), 'talk to a human', 'ask me the questions', 'status']) {
    it(`has an answer to "${words.slice(0, 30)}" in the middle of a case, and leaves it open`, async () => {
      const house = await collecting();
      const before = house.newest();
      const replies = await house.say(words);
      await house.settle();
      assert.ok(replies.length > 0 || house.newest().anchor > before.anchor);
      assert.equal(house.newest().state, 'collecting');
    });
  }

  it('closes on "it works now", and opens a new case afterwards', async () => {
    const house = await collecting();
    await house.say('it works now');
    assert.equal(house.newest().state, 'closed');
    assert.equal(house.newest().closing?.reason, 'reporter-says-solved');
    await house.say('CAA50021 again');
    assert.equal(house.store.all().length, 2);
  });

  it('starts over with a new case', async () => {
    const house = await collecting();
    await house.say('start over');
    await house.settle();
    const [fresh, old] = house.store.all();
    assert.equal(old?.closing?.reason, 'started-over');
    assert.equal(fresh?.state, 'collecting');
  });

  it('keeps nothing of a message with a secret, and still opens the case it tells of', async () => {
    const house = openHouse();
    const replies = await house.say("I can't sign in, my password is Hunter2!");
    assert.match(textOf(replies), /have not kept it/);
    assert.doesNotMatch(textOf(replies) + JSON.stringify(house.store.all()), /Hunter2/);
    assert.equal(house.store.all().length, 1);
  });

  it('opens a case from a pasted output and uses it', async () => {
    const house = openHouse();
    house.evidence.answers = graph({ devices: [listed({ accountEnabled: false })] });
    await house.say(dsregcmd({ prt: 'NO', deviceAuthStatus: 'FAILED. Device is either disabled or deleted' }));
    await house.settle();
    assert.equal(house.newest().diagnosis?.verdict, 'record-disabled');
    assert.equal(house.newest().captureCount, 1);
    assert.deepEqual(house.evidence.asked.at(-1)?.deviceIds, [LAPTOP]);
  });

  it('never takes a device that Graph was not asked for as deleted', async () => {
    const house = await collecting();
    house.evidence.answers = graph({ devices: [listed(), listed({ id: 'object-2', deviceId: OTHER_LAPTOP, displayName: 'SHARED-PC' })] });
    house.advance(1);
    await house.say(dsregcmd({ deviceId: OTHER_LAPTOP, name: 'SHARED-PC' }));
    assert.equal(house.newest().state, 'gathering');
    assert.notEqual(house.newest().diagnosis?.verdict, 'record-deleted');
    await house.settle();
    assert.deepEqual(house.evidence.asked.at(-1)?.deviceIds, [OTHER_LAPTOP]);
    assert.notEqual(house.newest().diagnosis?.verdict, 'record-deleted');
  });

  it('asks again, with the reason, for an output of an administrator window', async () => {
    const house = await collecting();
    await house.say(dsregcmd({ prt: 'NO', keySignTest: 'PASSED' }));
    await house.settle();
    const { asking } = house.newest();
    assert.equal(asking?.reasonId, 'elevated');
    assert.equal(asking?.times, 2);
    assert.match(asking?.why ?? '', /administrator/);
    const kindsOfEvents = (await house.store.events(house.newest().id)).map(({ kind }) => kind);
    assert.ok(kindsOfEvents.includes('capture-received') && kindsOfEvents.includes('capture-refused'));
  });

  it('brings the helpdesk in after several refused outputs', async () => {
    const house = await collecting();
    for (let tries = 0; tries < 3; tries += 1) {
      house.advance(2);
      await house.say(dsregcmd({ prt: 'NO', keySignTest: 'PASSED', name: `CONTOSO-MEGAN${tries === 0 ? '' : '.contoso.com'}`, sso: [` ${'CloudTgt'.padStart(25)} : ${tries % 2 === 0 ? 'YES' : 'NO'}`] }));
      await house.settle();
    }
    assert.deepEqual(house.newest().holder, { kind: 'helpdesk' });
  });

  it('reads an output that comes in several messages as one', async () => {
    const house = await collecting();
    const parts = sections({ prt: 'NO', deviceAuthStatus: 'FAILED. ERROR', sso: ['     AcquirePrtDiagnostics : PRESENT', '      Previous Prt Attempt : 2026-11-23 08:50:00.000 UTC', '            Attempt Status : 0x80072ee7'] });
    await house.say(parts.slice(0, 1).join('\n'));
    await house.settle();
    assert.equal(house.newest().asking?.what, 'rest-of-capture');
    house.advance(1);
    await house.say(parts.slice(1, 4).join('\n'));
    house.advance(1);
    await house.say(parts.slice(4).join('\n'));
    await house.settle();
    const c = house.newest();
    assert.equal(c.captureCount, 3);
    assert.equal(c.diagnosis?.capture.reasonId, undefined);
    assert.equal(c.diagnosis?.verdict, 'no-prt-network');
    assert.equal(c.state, 'diagnosed');
  });

  it('does not join a piece that comes after a quarter of an hour', async () => {
    const house = await collecting();
    const parts = sections({ prt: 'NO' });
    await house.say(parts.slice(0, 2).join('\n'));
    house.advance(16);
    await house.say(parts.slice(4).join('\n'));
    await house.settle();
    assert.equal(house.newest().asking?.what, 'rest-of-capture');
  });

  it('takes the same paste twice for one', async () => {
    const house = await collecting();
    await house.say(dsregcmd());
    await house.say(dsregcmd());
    assert.equal(house.newest().captureCount, 1);
  });

  it('asks which laptop when several could be meant, and goes on with the chosen one', async () => {
    const house = openHouse();
    const two = [listed(), listed({ id: 'object-2', deviceId: OTHER_LAPTOP, displayName: 'CONTOSO-OLD', accountEnabled: false, approximateLastSignInDateTime: '2026-10-01T00:00:00Z' })];
    house.evidence.answers = graph({ devices: two });
    await house.say('CAA50021');
    await house.settle();
    const asked = house.newest();
    assert.equal(asked.asking?.what, 'which-device');
    assert.deepEqual(asked.device.choices?.map(({ name }) => name), ['CONTOSO-MEGAN', 'CONTOSO-OLD']);
    const replies = await house.press('device.choose', { deviceChoice: OTHER_LAPTOP });
    assert.equal(kinds(replies), 'replace');
    await house.settle();
    const c = house.newest();
    assert.equal(c.device.deviceId, OTHER_LAPTOP);
    assert.notEqual(c.asking?.what, 'which-device');
    assert.deepEqual(house.evidence.asked.at(-1)?.deviceIds, [OTHER_LAPTOP]);
  });

  it('asks for the output when it is none of the offered laptops, and does not offer them again', async () => {
    const house = openHouse();
    house.evidence.answers = graph({ devices: [listed(), listed({ deviceId: OTHER_LAPTOP, displayName: 'CONTOSO-OLD' })] });
    await house.say('CAA50021');
    await house.settle();
    await house.press('device.choose', { deviceChoice: 'none' });
    await house.settle();
    assert.equal(house.newest().asking?.what, 'capture');
  });

  it('does not ask which laptop when a refused sign-in names it', async () => {
    const house = openHouse();
    house.evidence.answers = graph({ devices: [listed(), listed({ deviceId: OTHER_LAPTOP, displayName: 'CONTOSO-OLD' })], signIns: [refused(53003)] });
    await house.say('CAA50021');
    await house.settle();
    assert.notEqual(house.newest().asking?.what, 'which-device');
  });

  it('opens a second case for another laptop, from its output or from words', async () => {
    const house = openHouse();
    house.evidence.answers = graph({ devices: [listed(), listed({ id: 'object-2', deviceId: OTHER_LAPTOP, displayName: 'CONTOSO-OLD' })] });
    await house.say(dsregcmd());
    await house.settle();
    assert.equal(house.newest().device.deviceId, LAPTOP);
    await house.say('my other laptop has it, too');
    await house.settle();
    assert.equal(house.store.all().length, 2);
    assert.equal(house.newest().device.deviceId, OTHER_LAPTOP);
    await house.say(dsregcmd({ deviceId: OTHER_LAPTOP, name: 'CONTOSO-OLD' }));
    await house.settle();
    assert.deepEqual(house.store.all().map(({ captureCount }) => captureCount), [1, 1]);
    assert.equal(kinds(await house.say('status')), 'card');
  });

  it('takes a new id of the same laptop for the same case', async () => {
    const house = openHouse();
    await house.say(dsregcmd());
    await house.settle();
    house.advance(30);
    await house.say(dsregcmd({ deviceId: OTHER_LAPTOP }));
    await house.settle();
    assert.equal(house.store.all().length, 1);
    assert.equal(house.newest().device.deviceId, OTHER_LAPTOP);
  });

  it('looks again by itself while the log has no refused sign-in, for a quarter of an hour', async () => {
    const house = await collecting();
    assert.ok(house.newest().progress.looksAgainAt);
    house.advance(3);
    house.evidence.answers = notCompliant();
    await house.settle();
    const c = house.newest();
    assert.equal(c.diagnosis?.verdict, 'not-compliant');
    assert.equal(c.progress.looksAgainAt, undefined);
    assert.equal(c.anchor, 1, 'news that come by themselves come as a new message');
  });

  it('stops looking after a quarter of an hour', async () => {
    const house = await collecting();
    for (let minutes = 0; minutes < 60; minutes += 3) {
      house.advance(3);
      await house.settle();
    }
    assert.equal(house.store.jobs.length, 0);
    assert.ok(house.evidence.asked.length <= 7, `${house.evidence.asked.length}`);
    assert.equal(house.newest().progress.looksAgainAt, undefined);
  });

  it('closes the case of somebody who turns out not to be ours', async () => {
    const house = openHouse();
    house.directory.membership = { kind: 'guest' };
    await house.say('CAA50021');
    await house.settle();
    assert.equal(house.newest().closing?.reason, 'not-our-member');
  });

  it('goes on when the directory cannot say who it is', async () => {
    const house = openHouse();
    house.directory.membership = { kind: 'could-not-check' };
    house.evidence.answers = {};
    await house.say('CAA50021');
    await house.settle();
    assert.equal(house.newest().state, 'collecting');
    assert.deepEqual([house.newest().progress.directory, house.newest().progress.intune], ['failed', 'failed']);
  });

  it('keeps to the picture that a picture cannot be read, and offers the questions', async () => {
    const house = await collecting();
    const replies = await house.turn({ kind: 'pictures', text: '', count: 1 });
    assert.equal(kinds(replies), 'text card');
    const without = await openHouse().turn({ kind: 'pictures', text: '', count: 2 });
    assert.equal(kinds(without), 'text card');
  });

  it('opens a case from the words beside a picture', async () => {
    const house = openHouse();
    const replies = await house.turn({ kind: 'pictures', text: 'CAA50021 see screenshot', count: 1 });
    assert.equal(house.store.all().length, 1);
    assert.equal(kinds(replies), 'text card');
  });

  it('ignores reactions and edits, except where a text is waited for', async () => {
    const house = openHouse();
    assert.deepEqual(await house.turn({ kind: 'reaction' }), []);
    assert.deepEqual(await house.turn({ kind: 'edited' }), []);
    const waiting = await collecting();
    const before = waiting.newest();
    assert.equal(kinds(await waiting.turn({ kind: 'edited' })), 'text');
    assert.deepEqual(waiting.newest(), before);
  });

  it('welcomes who installs it, and shows the card of who is expected', async () => {
    const house = openHouse();
    assert.equal(kinds(await house.turn({ kind: 'installed' })), 'card');
    const expected = await collecting();
    assert.deepEqual(await expected.turn({ kind: 'installed' }), []);
  });

  it('goes on after a restart in the middle', async () => {
    const house = await collecting();
    house.restart();
    await house.say(dsregcmd());
    house.restart();
    await house.settle();
    assert.equal(house.newest().captureCount, 1);
    assert.notEqual(house.newest().asking?.what, 'capture');
    assert.equal(house.chat.messages.filter(({ conversationId }) => conversationId === 'triage').length, 1);
  });

  it('keeps people apart', async () => {
    const house = await collecting();
    await house.say('CAA50021', ALEX);
    assert.deepEqual(house.store.all().map(({ reporter }) => reporter.name), ['Alex Wilber', 'Megan Bowen']);
    await house.say('it works now', ALEX);
    assert.equal(house.store.all()[1]?.state, 'collecting');
    assert.equal(house.store.all()[1]?.reporter.aadObjectId, MEGAN.aadObjectId);
  });

  it('puts no raw text into the timeline', async () => {
    const house = await collecting();
    await house.say(dsregcmd());
    await house.settle();
    const told = JSON.stringify((await house.store.events(house.newest().id)).map(({ data }) => data));
    assert.doesNotMatch(told, /AzureAd|MEGAN|contoso|@|aa11bb22/i);
  });
});
