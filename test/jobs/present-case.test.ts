import assert from 'node:assert/strict';
import { presentCase } from '../../bot/jobs/present-case.ts';
import { openHouse, type House } from '../helpers/fake-rooms.ts';
import { graph, listed, notCompliant } from '../helpers/laptop.ts';

async function opened(): Promise<House> {
  const house = openHouse();
  house.evidence.answers = graph({ devices: [listed()] });
  await house.say('CAA50021');
  return house;
}

const chore = (house: House) => presentCase({ ...house.rooms, conversations: house.chat.conversations, messenger: house.chat.messenger });
const reporterMessages = (house: House) => house.chat.messages.filter(({ conversationId }) => conversationId !== 'triage');

describe('presenting a case', () => {
  it('posts once and updates in place afterwards', async () => {
    const house = await opened();
    for (const surface of ['reporter', 'triage'] as const) await chore(house)({ caseId: house.newest().id, surface });
    await house.settle();
    const [mine, theirs] = [await house.cardOf(house.newest()), await house.cardOf(house.newest(), 'triage')];
    assert.equal(house.chat.messages.length, 2);
    assert.ok(mine.versions.length > 1 && theirs.versions.length > 1);
  });

  it('sends nothing when nothing has changed, however often it runs', async () => {
    const house = await opened();
    await house.settle();
    const sent = JSON.stringify(house.chat.messages);
    const present = chore(house);
    for (let times = 0; times < 5; times += 1) {
      assert.deepEqual(await present({ caseId: house.newest().id, surface: 'reporter' }), { kind: 'done' });
    }
    assert.equal(JSON.stringify(house.chat.messages), sent);
  });

  it('posts one card when many workers of the process run at once', async () => {
    const house = await opened();
    const present = chore(house);
    const { id } = house.newest();
    await Promise.all(Array.from({ length: 20 }, () => present({ caseId: id, surface: 'reporter' })));
    assert.equal(reporterMessages(house).length, 1);
  });

  it('posts anew below and takes the buttons from the old card when the person has written since', async () => {
    const house = await opened();
    await house.settle();
    house.advance(1);
    await house.say('status');
    await house.settle();
    const [old, fresh] = reporterMessages(house);
    assert.equal(old?.versions.at(-1)?.card.actions, undefined);
    assert.equal((await house.cardOf(house.newest())).activityId, fresh?.activityId);
    assert.equal(house.chat.messages.filter(({ conversationId }) => conversationId === 'triage').length, 1);
  });

  it('leaves the new card alone when the old one can no longer be changed', async () => {
    const house = await opened();
    await house.settle();
    house.advance(1);
    await house.say('status');
    house.chat.misbehave({ kind: 'delivered', activityId: 'x' }, { kind: 'final', reason: 'message-gone' });
    await house.settle();
    assert.equal(reporterMessages(house).length, 2);
  });

  it('posts once more when the person has deleted the message', async () => {
    const house = await opened();
    await house.settle();
    const { id } = house.newest();
    await house.store.change(id, () => ({ patch: { words: 'else' }, events: [], jobs: [] }));
    await house.say('it works now');
    house.chat.misbehave({ kind: 'final', reason: 'message-gone' });
    await chore(house)({ caseId: id, surface: 'reporter' });
    assert.equal(reporterMessages(house).length, 2);
  });

  it('asks for patience when the chat service does, and does it then', async () => {
    const house = await opened();
    const present = chore(house);
    const job = { caseId: house.newest().id, surface: 'reporter' } as const;
    house.chat.misbehave({ kind: 'later', retryAfterMs: 7_000 }, { kind: 'later' });
    assert.deepEqual(await present(job), { kind: 'later', retryAfterMs: 7_000 });
    assert.deepEqual(await present(job), { kind: 'later', retryAfterMs: 15_000 });
    assert.deepEqual(await present(job), { kind: 'done' });
    assert.equal(reporterMessages(house).length, 1);
  });

  it('tells the helpdesk once that a person cannot be reached, and never loops', async () => {
    const house = await opened();
    house.store.jobs.splice(0);
    house.chat.misbehave({ kind: 'final', reason: 'blocked' });
    await chore(house)({ caseId: house.newest().id, surface: 'reporter' });
    assert.deepEqual(house.chat.unreachable(), ['chat-01']);
    assert.deepEqual(house.store.jobs.map(({ job }) => job.kind === 'present' && job.surface), ['triage']);
    await house.settle();
    assert.ok(house.newest().reporterUnreachableSince);
    const handed = (await house.store.events(house.newest().id)).filter(({ kind }) => kind === 'handed');
    assert.equal(handed[0]?.data.because, 'reporter-unreachable');
    assert.equal(reporterMessages(house).length, 0);
  });

  it('takes the remark away when the person writes again', async () => {
    const house = await opened();
    house.chat.misbehave({ kind: 'final', reason: 'blocked' });
    await chore(house)({ caseId: house.newest().id, surface: 'reporter' });
    house.chat.meet({ id: 'chat-01', kind: 'personal', aadObjectId: house.newest().reporter.aadObjectId, teamsId: 'a:1', reachable: true });
    house.advance(1);
    await house.say('CAA50021');
    await house.settle();
    assert.equal(house.newest().reporterUnreachableSince, undefined);
    assert.ok(await house.cardOf(house.newest()));
  });

  it('marks the triage channel when the bot was removed from it, and leaves the case as it is', async () => {
    const house = await opened();
    house.chat.misbehave({ kind: 'final', reason: 'removed' });
    await chore(house)({ caseId: house.newest().id, surface: 'triage' });
    assert.deepEqual(house.chat.unreachable(), ['triage']);
    assert.equal(house.newest().version, 1);
  });

  it('is done when nobody can be reached yet, or the case is gone', async () => {
    const house = openHouse({ withTriage: false });
    await house.say('CAA50021');
    const present = chore(house);
    assert.deepEqual(await present({ caseId: house.newest().id, surface: 'triage' }), { kind: 'done' });
    assert.deepEqual(await present({ caseId: 'case-9', surface: 'reporter' }), { kind: 'done' });
    assert.equal(house.chat.messages.length, 0);
  });

  it('shows nothing to somebody who turned out not to be ours', async () => {
    const house = openHouse();
    house.directory.membership = { kind: 'unknown' };
    await house.say('CAA50021');
    house.store.jobs.splice(0, house.store.jobs.length, ...house.store.jobs.filter(({ job }) => job.kind === 'gather'));
    await house.settle();
    assert.equal(house.chat.messages.length, 0);
  });

  it('follows the person into a new chat', async () => {
    const house = await opened();
    await house.settle();
    const { aadObjectId } = house.newest().reporter;
    house.chat.meet({ id: 'chat-01', kind: 'group', teamsId: 'a:old', reachable: false });
    house.chat.meet({ id: 'chat-new', kind: 'personal', aadObjectId, teamsId: 'a:new', reachable: true });
    house.evidence.answers = notCompliant();
    house.advance(3);
    await house.settle();
    assert.equal((await house.cardOf(house.newest())).conversationId, 'chat-new');
  });
});
