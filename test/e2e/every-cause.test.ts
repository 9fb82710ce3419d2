import assert from 'node:assert/strict';
import type { Verdict } from '../../bot/diagnosis/diagnosis.ts';
import { verdictTexts } from '../../cards/texts/causes.ts';
import { freshCapture } from '../../env/sandbox/captures.ts';
import { cast, staff, type CastMember } from '../../env/sandbox/people.ts';
import { bot, eventually, personalChat, startRunningBot, wordsOf, type RunningBot } from './running-bot.ts';

const strangers = ['guest', 'disabled-user'];

/**
 * Everybody at Contoso reports the code in the same minute, gives what the laptop prints when asked, and is told the true
 * cause; the channel has one card for each. All at once, because that is how a bad morning comes.
 */
describe('the story of every cause, through Teams’ protocol', function () {
  this.timeout(120_000);
  let running: RunningBot;
  const agent = staff.find(({ key }) => key === 'agent')!;
  const reporters = cast.filter(({ slug }) => !strangers.includes(slug));

  const caseCard = (person: CastMember): string => {
    const shown = [...running.teams.shown(personalChat(person)).values()].map(wordsOf);
    return shown.findLast((words) => /^Case \d+/m.test(words) && !words.includes('newer card')) ?? '';
  };
  const isSettled = (words: string): boolean => words !== '' && !words.includes('I’m looking into it');

  before(async () => {
    running = await startRunningBot({ throttling: false });
    await running.installInTriage(agent);
    await Promise.all(reporters.map((person) => running.install(person)));
    const answers = await Promise.all(reporters.map((person) => running.say(person, 'I get CAA50021 and cannot sign in')));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  });
  after(() => running?.stop());

  for (const person of reporters) {
    it(`tells ${person.slug} as ${person.causeId}`, async () => {
      // With the sign-in log read and empty, a healthy laptop leaves only the sign-in helper on it, and that no more than possible.
      const { plainTitle, name } = verdictTexts[person.slug === 'healthy' ? 'not-device' : (person.causeId as Verdict)];
      await eventually(() => caseCard(person), isSettled, 60_000);
      if (!caseCard(person).includes('Who fixes it')) await running.say(person, freshCapture(person.slug, { now: new Date(), seededAt: running.sandbox.now() })!);

      const words = await eventually(() => caseCard(person), (seen) => seen.includes('Who fixes it'), 15_000);
      assert.ok(words.includes(plainTitle), `expected “${plainTitle}” in:\n${words}`);
      assert.match(words, /What can I do now\?/);

      const triage = await eventually(
        () => [...running.teams.shown(bot.triageChannelId).values()].map(wordsOf).filter((text) => text.includes(person.upn)),
        (cards) => cards.some((text) => text.includes(name)),
        10_000,
        (cards) => cards.join('\n---\n'),
      );
      assert.equal(triage.length, 1, 'one card for the case in the channel');
      assert.match(triage[0]!, /Next step/);
    });
  }

  it('refuses a guest and a disabled account politely, and opens no case for them', async () => {
    for (const slug of strangers) {
      const person = cast.find((member) => member.slug === slug)!;
      await running.say(person, 'CAA50021');
      const words = await eventually(
        () => [...running.teams.shown(personalChat(person)).values()].map(wordsOf).join('\n'),
        (text) => text.length > 0,
      );
      assert.doesNotMatch(words, /Case \d+/);
    }
  });

  it('never writes at Entra or Intune', () => {
    const reading = /\$batch|\/token($|\?)|checkMemberObjects|Report$|\/evaluate$|^\/_/;
    const writes = running.sandbox.log().filter(({ method, path }) => method !== 'GET' && !reading.test(path));
    assert.deepEqual(writes.map(({ method, path }) => `${method} ${path}`), []);
    assert.ok(running.sandbox.log().length > 0);
  });
});
