import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { openCasesCard } from '../../cards/index.ts';
import { agentCommand } from '../../dialogs/agent/command.ts';
import type { Reply, Said } from '../../dialogs/turn.ts';
import { ALEX, MEGAN, memberFor, openHouse, type House } from '../helpers/fake-rooms.ts';
import { dsregcmd, graph, listed } from '../helpers/laptop.ts';

const textOf = (replies: readonly Reply[]): string => replies.map((reply) => ('text' in reply ? reply.text : reply.kind)).join('\n');

function withMegan(): House {
  const house = openHouse();
  const membership = memberFor(MEGAN);
  house.directory.found = membership.kind === 'member' ? membership.user : 'not-found';
  house.evidence.answers = graph({ devices: [listed()] });
  return house;
}

describe('an agent in the triage channel', () => {
  const commands: readonly [string, object][] = [
    ['open case for MeganB@contoso.com', { kind: 'open-case-for', who: 'MeganB@contoso.com', words: '' }],
    ['Open a case for megan@contoso.com: she sees CAA50021 since nine', { kind: 'open-case-for', who: 'megan@contoso.com', words: 'she sees CAA50021 since nine' }],
    ['please create a new ticket for Megan Bowen (MeganB@contoso.com)', { kind: 'open-case-for', who: 'MeganB@contoso.com', words: '' }],
    ['open case for Megan Bowen', { kind: 'open-case-for', who: 'Megan Bowen', words: '' }],
    ['open cases', { kind: 'open-cases' }],
    ['cases', { kind: 'open-cases' }],
    ['list', { kind: 'open-cases' }],
    ['case 1042', { kind: 'case', number: 1042, rest: '' }],
    ['show case #1042', { kind: 'case', number: 1042, rest: '' }],
    ['#1042', { kind: 'case', number: 1042, rest: '' }],
    ['help', { kind: 'help' }],
    ['', { kind: 'help' }],
    ['lunch?', { kind: 'unclear' }],
  ];
  for (const [text, command] of commands) it(`is understood: "${text}"`, () => assert.deepEqual(agentCommand(text), command));

  it('understands a quarter of a megabyte without an address in it at once', () => {
    for (const word of ['a', 'a@', 'a.', '@', 'a@a ']) {
      const started = performance.now();
      agentCommand(`open case for ${word.repeat(250_000 / word.length)}`);
      assert.ok(performance.now() - started < 500, word);
    }
  });

  it('opens a case for somebody, whose card waits in their own chat', async () => {
    const house = withMegan();
    const replies = await house.inTriage('open case for MeganB@contoso.com: CAA50021');
    assert.equal(replies[0]?.kind, 'card');
    await house.settle();
    const c = house.newest();
    assert.equal(c.reporter.aadObjectId, MEGAN.aadObjectId);
    assert.equal(c.openedBy?.aadObjectId, ALEX.aadObjectId);
    assert.ok(await house.cardOf(c, 'reporter'));
    assert.match(textOf(await house.inTriage('open case for MeganB@contoso.com')), /open case already: 1001/);
  });

  it('opens a case for somebody whose account is disabled: that may be the cause', async () => {
    const house = withMegan();
    house.directory.membership = { kind: 'disabled' };
    await house.inTriage('open case for MeganB@contoso.com');
    await house.settle();
    assert.notEqual(house.newest().state, 'closed');
  });

  for (const [found, says] of [['not-found', /nobody/], ['could-not-check', /isn’t answering/], [{ id: 'x', userType: 'Guest' }, /guest/]] as const) {
    it(`is told why no case was opened: ${JSON.stringify(found)}`, async () => {
      const house = openHouse();
      house.directory.found = found;
      assert.match(textOf(await house.inTriage('open case for who@contoso.com')), says);
      assert.equal(house.store.all().length, 0);
    });
  }

  it('sees one case, and the list of open ones', async () => {
    const house = withMegan();
    assert.match(JSON.stringify(await house.inTriage('open cases')), /No open case/);
    await house.say('CAA50021');
    await house.settle();
    assert.match(JSON.stringify(await house.inTriage('open cases')), /Waiting for the reporter.*1001 Megan Bowen.*Has it: the reporter/);
    assert.equal((await house.inTriage('case 1001'))[0]?.kind, 'card');
    assert.match(textOf(await house.inTriage('case 4711')), /no case 4711/);
  });

  it('brings the elevated run below the number of the case', async () => {
    const house = withMegan();
    await house.say('CAA50021');
    await house.settle();
    await house.say(dsregcmd({ prt: 'NO' }));
    await house.settle();
    assert.equal(house.newest().asking?.what, 'elevated-capture');
    assert.deepEqual(house.newest().holder, { kind: 'helpdesk' });
    assert.equal((await house.inTriage(`case 1001\n${dsregcmd({ prt: 'NO', deviceAuthStatus: 'FAILED. ERROR', keySignTest: 'FAILED' })}`))[0]?.kind, 'card');
    await house.settle();
    const c = house.newest();
    assert.equal(c.captureCount, 2);
    assert.notEqual(c.asking?.what, 'elevated-capture');
    assert.ok(c.diagnosis?.ranked.some(({ cause }) => cause === 'tpm' || cause === 'certificate'));
  });

  it('gets an answer to a question, and to thanks', async () => {
    const house = withMegan();
    assert.match(JSON.stringify(await house.inTriage('should we clear cookies?')), /Clearing cookies won’t help/);
    assert.equal(textOf(await house.inTriage('thanks!')), 'You’re welcome.');
  });

  it('sees cases of one cause as one row', async () => {
    const house = withMegan();
    await house.say('CAA50021');
    const c = (number: number, verdict: string) => ({ ...house.newest(), number, state: 'diagnosed', holder: { kind: 'helpdesk' }, diagnosis: { verdict, gaps: [] } }) as unknown as Case;
    const { card } = openCasesCard([c(3, 'tpm'), c(2, 'record-deleted'), c(1, 'record-deleted')], {}, house.newest().openedAt);
    assert.match(JSON.stringify(card), /3 open cases.*Device record deleted · 2 cases.*2 Megan Bowen, 1 Megan Bowen.*Security chip problem/);
  });

  it('is sent to the personal chat with trouble of their own', async () => {
    const house = openHouse();
    assert.match(textOf(await house.inTriage("I can't sign in")), /personal chat/);
    assert.equal(house.store.all().length, 0);
  });

  it('gets a card for every open case when the channel is met', async () => {
    const house = openHouse({ withTriage: false });
    await house.say('CAA50021');
    await house.settle();
    assert.equal(house.chat.messages.length, 1);
    house.chat.meet({ id: 'triage', kind: 'channel', teamsId: '19:triage@thread.tacv2', reachable: true });
    await house.turn({ kind: 'installed' }, { person: ALEX, place: { kind: 'channel', conversationId: 'triage', isTriage: true } });
    await house.settle();
    assert.ok(await house.cardOf(house.newest(), 'triage'));
  });

  it('shows the case behind the button of its answer, and nothing for junk', async () => {
    const house = withMegan();
    await house.say('CAA50021');
    const place = { kind: 'channel', conversationId: 'triage', isTriage: true } as const;
    const press = (verb: string, data: Record<string, unknown>) => house.turn({ kind: 'action', verb, data }, { person: ALEX, place });
    assert.equal((await press('case.status', { caseId: house.newest().id }))[0]?.kind, 'card');
    assert.equal((await press('case.status', { caseId: 'nope' }))[0]?.kind, 'notice');
    assert.equal((await press('case.solved', { caseId: house.newest().id }))[0]?.kind, 'notice');
    assert.notEqual(house.newest().state, 'closed');
  });
});

describe('any other channel or group', () => {
  const said: readonly Said[] = [
    { kind: 'text', text: 'CAA50021' },
    { kind: 'text', text: dsregcmd() },
    { kind: 'files', text: '', files: [] },
    { kind: 'pictures', text: '', count: 1 },
    { kind: 'action', verb: 'case.status', data: { caseId: 'case-1001' } },
    { kind: 'edited' },
    { kind: 'reaction' },
    { kind: 'installed' },
  ];
  it('gets the way to the personal chat, and nothing of a case', async () => {
    const house = withMegan();
    await house.say('CAA50021');
    const before = house.store.all();
    for (const kind of ['channel', 'group'] as const) {
      for (const one of said) {
        const replies = await house.turn(one, { place: { kind, conversationId: 'elsewhere', isTriage: false } });
        assert.doesNotMatch(textOf(replies), /1001|Megan/);
        for (const reply of replies) assert.ok(reply.kind === 'text' || reply.kind === 'notice');
      }
    }
    assert.deepEqual(house.store.all(), before);
  });
});
