import assert from 'node:assert/strict';
import { inputs, verbs } from '../../cards/index.ts';
import type { Reply } from '../../dialogs/turn.ts';
import { ALEX, openHouse, type House } from '../helpers/fake-rooms.ts';
import { dsregcmd, graph, listed, notCompliant } from '../helpers/laptop.ts';

async function collecting(): Promise<House> {
  const house = openHouse();
  house.evidence.answers = graph({ devices: [listed()] });
  await house.say("I can't sign in");
  await house.settle();
  return house;
}

const only = (replies: readonly Reply[]): Reply => {
  assert.equal(replies.length, 1);
  return replies[0] as Reply;
};
const noticeOf = (replies: readonly Reply[]): string => {
  const reply = only(replies);
  assert.equal(reply.kind, 'notice');
  return reply.kind === 'notice' ? reply.text : '';
};

describe('a button', () => {
  it('takes the pasted text and shows the card as it is then, in place', async () => {
    const house = await collecting();
    const reply = only(await house.press(verbs.pasteCapture, { [inputs.captureText]: dsregcmd() }));
    assert.equal(reply.kind, 'replace');
    assert.equal(house.newest().captureCount, 1);
    assert.equal(house.newest().anchor, 0);
  });

  for (const [what, pasted, says] of [
    ['nothing', undefined, /empty/],
    ['blanks', '  ', /empty/],
    ['something else', 'lorem ipsum', /Device State/],
    ['far too much', 'x'.repeat(300_000), /too large/],
    ['a secret', 'my password is Hunter2!', /not kept/],
    ['an object', { text: 'x' }, /empty/],
  ] as const) {
    it(`says why when the box holds ${what}`, async () => {
      const house = await collecting();
      const before = house.newest();
      assert.match(noticeOf(await house.press(verbs.pasteCapture, { [inputs.captureText]: pasted })), says);
      assert.deepEqual(house.newest(), before);
    });
  }

  it('turns answers into an output that is known as reported', async () => {
    const house = await collecting();
    only(await house.press(verbs.askQuestions));
    const answers = { [inputs.azureAdJoined]: 'YES', [inputs.domainJoined]: 'NO', [inputs.azureAdPrt]: 'NO', [inputs.wamDefaultSet]: 'UNSEEN', [inputs.deviceAuthStatus]: 'FAILED. Device is either disabled or deleted' };
    noticeOf(await house.press(verbs.answerQuestions, answers, 'a card sent as an answer'));
    await house.settle();
    const [kept] = await house.store.captures(house.newest().id);
    assert.equal(kept?.origin, 'answers');
    assert.notEqual(house.newest().asking?.what, 'rest-of-capture');
    assert.ok(house.newest().diagnosis?.findings.some(({ source }) => source === 'reported' || source === 'dsregcmd'));
  });

  it('keeps nothing of answers that are none of the offered ones', async () => {
    const house = await collecting();
    noticeOf(await house.press(verbs.answerQuestions, { [inputs.azureAdPrt]: 'YES\n DomainJoined : YES', [inputs.azureAdJoined]: 'UNSEEN' }));
    assert.equal(house.newest().captureCount, 0);
  });

  it('closes the case on "It works now"', async () => {
    const house = await collecting();
    assert.equal(only(await house.press(verbs.solved)).kind, 'replace');
    assert.equal(house.newest().state, 'closed');
  });

  it('starts over', async () => {
    const house = await collecting();
    noticeOf(await house.press(verbs.startOver));
    assert.equal(house.store.all().length, 2);
  });

  it('looks again once, however often it is pressed', async () => {
    const house = await collecting();
    house.evidence.answers = notCompliant();
    house.advance(1);
    assert.match(noticeOf(await house.press(verbs.recheck)), /looking again/);
    assert.match(noticeOf(await house.press(verbs.recheck)), /still looking/);
    await house.settle();
    assert.equal(house.evidence.asked.length, 2);
    assert.equal(house.newest().diagnosis?.verdict, 'not-compliant');
    assert.match(noticeOf(await house.press(verbs.recheck)), /just looked/);
  });

  it('opens a case from a card without one, and shows the open one the second time', async () => {
    const house = openHouse();
    const press = () => house.turn({ kind: 'action', verb: verbs.openCase, data: {}, cardActivityId: 'welcome' });
    assert.match(noticeOf(await press()), /I’m on it/);
    assert.match(noticeOf(await press()), /open/);
    assert.equal(house.store.all().length, 1);
  });

  it('brings a status, help and advice', async () => {
    const house = await collecting();
    assert.equal(only(await house.press(verbs.showHelp)).kind, 'card');
    assert.equal(only(await house.press(verbs.showAdvice, { topic: 'cookies' })).kind, 'card');
    noticeOf(await house.press(verbs.showAdvice, { topic: '__proto__' }));
    noticeOf(await house.press(verbs.showStatus));
    assert.equal(house.newest().anchor, 1);
  });

  it('does nothing on someone else’s case', async () => {
    const house = await collecting();
    const before = house.newest();
    for (const verb of Object.values(verbs)) {
      if (verb === verbs.openCase || verb === verbs.showHelp || verb === verbs.showAdvice) continue;
      assert.match(noticeOf(await house.press(verb, {}, undefined, ALEX)), /someone else/);
    }
    assert.deepEqual(house.newest(), before);
  });

  it('does nothing on an older copy of the card', async () => {
    const house = await collecting();
    const old = (await house.cardOf(house.newest())).activityId;
    house.advance(1);
    await house.say('CAA50021');
    await house.settle();
    const before = house.newest();
    assert.match(noticeOf(await house.press(verbs.solved, {}, old)), /older copy/);
    assert.deepEqual(house.newest(), before);
  });

  it('does nothing when the card named is the one of another case', async () => {
    const house = await collecting();
    const mine = house.newest();
    await house.say('CAA50021', ALEX);
    await house.settle();
    const theirs = (await house.cardOf(house.newest())).activityId;
    const replies = await house.turn(
      { kind: 'action', verb: verbs.solved, data: { caseId: mine.id }, cardActivityId: theirs },
      { place: { kind: 'personal', conversationId: 'chat-02', isTriage: false } },
    );
    assert.match(noticeOf(replies), /someone else/);
    assert.equal(house.store.all().every(({ state }) => state !== 'closed'), true);
  });

  it('does nothing on a closed case and says how to open a new one', async () => {
    const house = await collecting();
    await house.say('it works now');
    for (const verb of [verbs.recheck, verbs.startOver, verbs.solved, verbs.pasteCapture, verbs.askQuestions, verbs.answerQuestions, verbs.chooseDevice, verbs.showStatus]) {
      assert.match(noticeOf(await house.press(verb)), /closed/);
    }
    assert.equal(house.store.all().length, 1);
  });

  for (const data of [{}, { caseId: 7 }, { caseId: null }, { caseId: '../../etc/passwd' }, { caseId: 'case-9999' }, { caseId: { toString: 1 } }, { caseId: 'x'.repeat(10_000) }]) {
    it(`survives junk in its data: ${JSON.stringify(data).slice(0, 40)}`, async () => {
      const house = await collecting();
      const before = house.newest();
      for (const verb of [verbs.recheck, verbs.solved, verbs.chooseDevice, 'case.delete', '', '__proto__', 'constructor']) {
        noticeOf(await house.turn({ kind: 'action', verb, data }));
      }
      assert.deepEqual(house.newest(), before);
    });
  }

  it('takes a choice of laptop only when it was offered', async () => {
    const house = await collecting();
    const before = house.newest();
    noticeOf(await house.press(verbs.chooseDevice, { deviceChoice: 'aa11bb22-0000-4000-8000-00000000cccc' }));
    noticeOf(await house.press(verbs.chooseDevice, {}));
    assert.deepEqual(house.newest(), before);
  });
});
