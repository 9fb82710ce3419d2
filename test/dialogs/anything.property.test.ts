import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Person } from '../../bot/cases/case.ts';
import { inputs, verbs } from '../../cards/index.ts';
import type { Said } from '../../dialogs/turn.ts';
import { ALEX, MEGAN, openHouse, type House } from '../helpers/fake-rooms.ts';
import { LAPTOP, OTHER_LAPTOP, dsregcmd, graph, listed, notCompliant, sections } from '../helpers/laptop.ts';

/** One thing that may happen in the world around the bot. */
type Happening = (house: House) => Promise<unknown>;

const who = fc.constantFrom<Person>(MEGAN, ALEX);
const words = fc.oneof(
  fc.constantFrom(
    'CAA50021', "can't sign in", 'help', 'status', 'start over', 'cancel', 'thanks', 'hi', '👍', 'yes', 'no', 'it works now', 'done',
    'my other laptop', 'what is CAA50021?', 'should I reset my password?', 'my password is Hunter2!', 'ask me the questions', 'talk to a human',
  ),
  fc.constantFrom(
    dsregcmd(),
    dsregcmd({ prt: 'NO' }),
    dsregcmd({ prt: 'NO', keySignTest: 'PASSED' }),
    dsregcmd({ deviceId: OTHER_LAPTOP, name: 'CONTOSO-OLD' }),
    dsregcmd({ azureAdJoined: 'NO', prt: 'NO' }),
    ...sections({ prt: 'NO' }),
  ),
  fc.string({ maxLength: 60, unit: 'grapheme' }),
);
const junk = fc.dictionary(fc.constantFrom(...Object.values(inputs), 'caseId', 'topic', 'x'), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(LAPTOP, OTHER_LAPTOP, 'none', 'YES', 'NO')), { maxKeys: 4 });
const saids: fc.Arbitrary<Said> = fc.oneof(
  words.map((text): Said => ({ kind: 'text', text })),
  words.map((text): Said => ({ kind: 'files', text: '', files: [{ name: text.slice(0, 9), contentType: 'text/plain', fetch: async () => ({ kind: 'bytes', bytes: Buffer.from(text) }) }] })),
  fc.constantFrom<Said>({ kind: 'pictures', text: '', count: 2 }, { kind: 'edited' }, { kind: 'reaction' }, { kind: 'installed' }),
);

const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(who, saids).map(([person, said]): Happening => (house) => house.turn(said, { person })) },
  {
    weight: 4,
    arbitrary: fc.tuple(who, fc.constantFrom(...Object.values(verbs), 'nonsense'), junk, fc.nat(8), fc.boolean()).map(([person, verb, data, at, isOwn]): Happening => (house) => {
      const cases = house.store.all();
      const caseId = isOwn ? cases.find(({ reporter }) => reporter === person || reporter.aadObjectId === person.aadObjectId)?.id : cases[at % Math.max(1, cases.length)]?.id;
      const message = house.chat.messages[at % Math.max(1, house.chat.messages.length)];
      return house.turn(
        { kind: 'action', verb, data: { ...(caseId && { caseId }), ...data }, ...(message && !isOwn && { cardActivityId: message.activityId }) },
        { person },
      );
    }),
  },
  { weight: 2, arbitrary: words.map((text): Happening => (house) => house.inTriage(text)) },
  { weight: 1, arbitrary: fc.constantFrom('open case for MeganB@contoso.com', 'open cases', 'case 1001', `case 1002\n${dsregcmd({ keySignTest: 'FAILED' })}`).map((text): Happening => (house) => house.inTriage(text)) },
  { weight: 4, arbitrary: fc.constant<Happening>((house) => house.settle()) },
  { weight: 2, arbitrary: fc.nat(20).map((minutes): Happening => async (house) => house.advance(minutes)) },
  { weight: 1, arbitrary: fc.constant<Happening>(async (house) => house.restart()) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(graph(), notCompliant(), graph({ devices: [listed(), listed({ deviceId: OTHER_LAPTOP, displayName: 'CONTOSO-OLD' })] }), {}).map(
      (answers): Happening => async (house) => void (house.evidence.answers = answers),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ kind: 'final', reason: 'blocked' } as const, { kind: 'final', reason: 'message-gone' } as const).map(
      (delivery): Happening => async (house) => house.chat.misbehave(delivery),
    ),
  },
);

async function check(house: House): Promise<void> {
  const open = house.store.all().filter(({ state }) => state !== 'closed');
  const devices = open.map((c) => `${c.reporter.aadObjectId} ${c.device.deviceId ?? ''}`);
  assert.equal(new Set(devices).size, devices.length, 'one open case for a person and device');
  for (const c of house.store.all()) {
    assert.equal(c.state === 'closed', c.closing !== undefined);
    assert.equal(c.state === 'collecting', c.asking !== undefined, `${c.state} and ${c.asking?.what}`);
    if (c.state === 'diagnosed') assert.ok(c.diagnosis);
    assert.doesNotMatch(c.words, /Hunter2/);
  }
  const shown = house.chat.messages.filter(({ conversationId }) => conversationId === 'triage');
  assert.ok(shown.length <= house.store.all().length * 2, 'cards are updated and not doubled');
}

describe('whatever people do', () => {
  it('nothing throws, and every case stays whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happenings, { minLength: 4, maxLength: 25 }), async (sequence) => {
        const house = openHouse();
        for (const happening of sequence) {
          await happening(house);
          await check(house);
        }
        await house.settle();
        await check(house);
      }),
      { numRuns: 60 },
    );
  });

  it('nothing throws when it all happens at once, and nobody gets a second case', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(who, saids), { minLength: 2, maxLength: 12 }), async (turns) => {
        const house = openHouse();
        await Promise.all(turns.map(([person, said]) => house.turn(said, { person })));
        await Promise.all([house.settle(), house.settle()]);
        await check(house);
        const shown = house.chat.messages.filter(({ conversationId }) => conversationId === 'triage');
        assert.ok(shown.length <= house.store.all().length, 'one card for a case');
      }),
      { numRuns: 40 },
    );
  });
});
