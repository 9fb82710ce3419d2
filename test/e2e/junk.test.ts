import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lastingCapture } from '../../env/sandbox/captures.ts';
import { cast, staff, type CastMember } from '../../env/sandbox/people.ts';
import { bot, buttonsOf, eventually, personalChat, startRunningBot, wordsOf, type RunningBot } from './running-bot.ts';

const member = (slug: string): CastMember => cast.find((one) => one.slug === slug)!;
const [mara, other, guest] = [member('record-deleted'), member('not-compliant'), member('guest')];
const agent = staff.find(({ key }) => key === 'agent')!;
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** Whatever people and clients send: a clear answer, nothing lost, no 5xx, and never a word about somebody else's case. */
describe('junk', function () {
  this.timeout(90_000);
  let running: RunningBot;
  let files: Server;
  const served: Record<string, Buffer> = {
    'empty.txt': Buffer.alloc(0),
    'noise.bin': Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256)),
    'dsreg.zip': Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(3_000, 0x9c), Buffer.alloc(200)]),
    'novel.txt': Buffer.from('It was a dark and stormy night. '.repeat(200)),
    'large.txt': Buffer.alloc(5 * 1024 * 1024, 0x41),
    'dsreg.txt': utf16(lastingCapture('record-deleted')!),
  };

  before(async () => {
    files = createServer((request, response) => void response.end(served[request.url!.slice(1)]));
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
    running = await startRunningBot({ throttling: false });
    await running.installInTriage(agent);
    await Promise.all([mara, other].map((person) => running.install(person)));
    await Promise.all([mara, other].map((person) => running.say(person, 'CAA50021')));
    for (const person of [mara, other]) await eventually(() => newest(person), (words) => words !== '' && !words.includes('I’m looking into it'), 40_000);
  });
  after(async () => {
    await running?.stop();
    files?.closeAllConnections();
    files?.close();
  });
  afterEach(async () => {
    assert.equal((await fetch(`${running.botUrl}/healthz`)).status, 200);
    assert.deepEqual(running.log.filter((line) => /"level":"error"|nobody caught|A turn failed/.test(line)), []);
  });

  const cards = (person: CastMember) => [...running.teams.shown(personalChat(person)).entries()].filter(([, activity]) => /^Case \d+/m.test(wordsOf(activity)));
  /** The case's own card, as the store knows it: the newest with all its buttons. */
  const live = (person: CastMember) => cards(person).findLast(([, activity]) => buttonsOf(activity).has('case.solved'))!;
  const newest = (person: CastMember): string => wordsOf(live(person)?.[1]);
  const caseIdOf = (person: CastMember): string => String(buttonsOf(live(person)[1]).get('case.solved')!['caseId']);
  const all = (conversation: string): string => [...running.teams.shown(conversation).values()].map(wordsOf).join('\n');

  /** What is said in the chat after this, texts and cards. */
  async function heard(conversation: string, act: () => Promise<{ status: number }>): Promise<string> {
    const before = running.teams.taken.length;
    assert.equal((await act()).status, 200);
    const said = (): string => running.teams.taken.slice(before).filter(({ conversationId }) => conversationId === conversation).map(({ activity }) => wordsOf(activity)).join('\n');
    return eventually(said, (words) => words !== '');
  }
  const answerTo = (text: string, more: Record<string, unknown> = {}, person = mara): Promise<string> => heard(personalChat(person), () => running.say(person, text, more));
  const file = (name: string): Record<string, unknown> => ({
    attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', name, content: { downloadUrl: `http://127.0.0.1:${(files.address() as AddressInfo).port}/${name}`, fileType: name.split('.').at(-1) } }],
  });
  const noticeOf = ({ status, body }: { status: number; body: any }): string => {
    assert.equal(status, 200);
    return body.type === 'application/vnd.microsoft.activity.message' ? String(body.value) : wordsOf({ attachments: [{ content: body.value }] });
  };
  const click = async (person: CastMember, activityId: string, verb: string, data: Record<string, unknown>): Promise<string> => noticeOf(await running.click(person, { activityId }, verb, data));

  for (const megabytes of [0.3, 5]) {
    it(`turns away a paste of ${megabytes} MB with a sentence, and stays`, async () => {
      const response = await fetch(`${running.botUrl}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'message', text: 'A'.repeat(megabytes * 1024 * 1024) }),
      }).catch(() => undefined); // the connection may be closed before all of it was sent
      if (response) assert.equal(response.status, 413);
      if (response) assert.match(await response.text(), /larger than 256 KiB/);
    });
  }

  it('answers a paste just below the limit that means nothing', async () => {
    assert.match(await answerTo('lorem ipsum '.repeat(20_000)), /kept nothing|not sure/);
  });

  for (const [name, says] of [
    ['empty.txt', /is empty/],
    ['noise.bin', /not a plain text/],
    ['dsreg.zip', /packed/],
    ['novel.txt', /couldn’t find the output/],
    ['large.txt', /too large/],
    ['gone.txt', /couldn’t find|is empty|couldn’t fetch/],
  ] as const) {
    it(`says why it cannot use ${name}`, async () => assert.match(await answerTo('', file(name)), says));
  }

  it('refuses a file from a place where Teams keeps none', async () => {
    const attachments = [{ ...file('dsreg.txt').attachments as never[] }[0]!].map((one: any) => ({ ...one, content: { downloadUrl: 'http://169.254.169.254/latest/meta-data', fileType: 'txt' } }));
    assert.match(await answerTo('', { attachments }), /not allowed to fetch/);
  });

  it('has an answer to a picture and to a picture character', async () => {
    assert.match(await answerTo('', { attachments: [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1:1/x.png' }] }), /can’t read pictures/);
    assert.notEqual(await answerTo('😡😡'), '');
    assert.notEqual(await answerTo('\u0000\u202e</script>${evil}'), '');
  });

  it('says that an edited message is not read, and keeps still about reactions and strange events', async () => {
    const said = all(personalChat(mara));
    for (const type of ['messageReaction', 'messageDelete', 'typing', 'event', 'endOfConversation', '__proto__', 'constructor']) {
      assert.ok((await running.say(mara, 'x', { type })).status < 500, type);
    }
    assert.equal(all(personalChat(mara)), said);
    assert.ok((await running.say(mara, 'CAA50021', { type: 'messageUpdate' })).status < 500);
  });

  it('refuses invokes it does not offer with 4xx', async () => {
    for (const name of ['task/fetch', 'signin/verifyState', 'fileConsent/invoke', '', 'adaptiveCard/action']) {
      const { status } = await running.say(mara, '', { type: 'invoke', name, value: { action: null } });
      assert.ok(status >= 400 && status < 500, `${name} ${status}`);
    }
  });

  it('does nothing for a click by somebody else, on a forged case, or with junk in any field', async () => {
    const [activityId, shown] = live(mara);
    const before = newest(mara);
    const foreign = caseIdOf(other);
    for (const [verb, data] of buttonsOf(shown)) {
      assert.match(await click(mara, activityId, verb, { ...data, caseId: foreign }), /someone else’s case|don’t know|I have nothing|help|I’m on it|I can/i, verb);
      assert.doesNotMatch(await click(other, activityId, verb, data), /Mara|CTS-LT-2101|record/i, verb);
      for (const junk of ['', 'nobody', 7, null, {}, [], true, '__proto__', "' or 1=1 --", '\u0000', 'x'.repeat(10_000), { toString: 1 }]) {
        for (const key of new Set([...Object.keys(data), 'caseId', 'topic', 'deviceChoice', 'captureText'])) {
          // Those end the case, or send a card each time, of which Teams takes no more than two a second.
          if (!['case.solved', 'case.start-over', 'capture.questions', 'help.show'].includes(verb) || key === 'caseId') await click(mara, activityId, verb, { ...data, [key]: junk });
        }
      }
    }
    for (const verb of ['', '__proto__', 'constructor', 'case.delete', 'x'.repeat(90)]) assert.match(await click(mara, activityId, verb, {}), /don’t know/, verb);
    assert.match(newest(mara), /^Case \d+/m);
    assert.equal(newest(mara).split('\n')[1], before.split('\n')[1], 'still the same case');
  });

  it('takes a second report for the same case, from any device, and the older card no longer acts', async () => {
    const [oldId, shown] = live(mara);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await Promise.all([running.say(mara, 'status'), running.say(mara, 'CAA50021')]);
    await eventually(() => live(mara)[0], (id) => id !== oldId, 40_000);
    assert.match(await click(mara, oldId, 'case.solved', buttonsOf(shown).get('case.solved')!), /older copy/);
    assert.equal(new Set(cards(mara).map(([, activity]) => /Case \d+/.exec(wordsOf(activity))![0])).size, 1);
  });

  it('reads a UTF-16 file as PowerShell writes it', async () => {
    assert.equal((await running.say(mara, '', file('dsreg.txt'))).status, 200);
    await eventually(() => newest(mara), (words) => words.includes('Who fixes it'), 40_000);
  });

  it('acts once when a button is pressed twice, and not at all after the case is closed', async () => {
    const [activityId, shown] = live(mara);
    const [verb, data] = ['case.solved', buttonsOf(shown).get('case.solved')!] as const;
    const both = await Promise.all([click(mara, activityId, verb, data), click(mara, activityId, verb, data)]);
    assert.ok(both.every((answer) => /closed|solved|works/i.test(answer)), both.join('\n'));
    assert.match(await click(mara, activityId, verb, data), /is closed/);
  });

  it('opens no case for an address nobody has, nor for words', async () => {
    for (const text of ['open case for nobody@contoso.com', 'open case for Robert"); drop table cases;--', `open case for ${'a'.repeat(200_000)}`]) {
      assert.match(await heard(bot.triageChannelId, () => running.sayInTriage(agent, text)), /nobody with that address|sign-in address/);
    }
  });

  it('keeps cases out of other channels, other tenants, and a guest’s sight', async () => {
    const channel = (id: string, person: CastMember, tenantId = running.sandbox.tenantId) => ({
      conversation: { id, conversationType: 'channel', isGroup: true, tenantId },
      channelData: { tenant: { id: tenantId }, channel: { id } },
      from: { id: `29:${person.aadObjectId}`, name: person.name, aadObjectId: person.aadObjectId },
    });
    const elsewhere = '19:elsewhere@thread.tacv2';
    assert.match(await heard(elsewhere, () => running.say(mara, 'case 1001', channel(elsewhere, mara))), /personal chat/);
    const foreign = '19:foreign@thread.tacv2';
    assert.match(await heard(foreign, () => running.say(mara, 'case 1001', channel(foreign, mara, 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'))), /only work for|only help/);
    assert.match(await heard(bot.triageChannelId, () => running.say(guest, 'case 1001', channel(bot.triageChannelId, guest))), /not guests/);
    for (const place of [elsewhere, foreign]) assert.doesNotMatch(all(place), /Case \d+|CTS-LT|Mara/);
  });
});
