import assert from 'node:assert/strict';
import { freshCapture } from '../../env/sandbox/captures.ts';
import { cast, staff, type CastMember } from '../../env/sandbox/people.ts';
import { bot, eventually, personalChat, startRunningBot, wordsOf, type RunningBot } from './running-bot.ts';

/**
 * The eight ways in which a call to Graph fails: two to a bot, one that costs the case its patience and one that is answered at
 * once. A refusal comes last, because it is remembered for a minute.
 */
const pairs = [
  ['status-429', 'status-404'],
  ['status-429-no-retry-after', 'truncated'],
  ['status-503', 'html'],
  ['hang', 'status-403'],
] as const;
type Way = (typeof pairs)[number][number];

/** Questions to the logs and about the whole tenant are shared between people, so they fail for everybody. */
const shared = '/auditLogs/|/conditionalAccess/|/organization|/TemporaryAccessPass|/deletedItems|/deviceCompliancePolicies|/deviceManagement/auditEvents|/reports/';
const member = (slug: string): CastMember => cast.find((one) => one.slug === slug)!;
/** Of each pair the first loses the shared calls only, the second all about themselves and their laptop as well. */
const people = { slow: [member('not-compliant'), member('record-disabled')], quick: [member('record-deleted'), member('healthy')] } as const;
const agent = staff.find(({ key }) => key === 'agent')!;

const fine = /looks healthy|everything is in order|nothing is wrong/i;
const noGap = /could not be read|Not permitted to (?:read|see)|too busy to read|not available to read|no time left to read|could not be understood|only a part could be read/i;

const cardsOf = (running: RunningBot, person: CastMember): string[] => [...running.teams.shown(personalChat(person)).values()].map(wordsOf);
const caseCard = (running: RunningBot, person: CastMember): string => cardsOf(running, person).findLast((words) => /^Case \d+/m.test(words) && !words.includes('further down')) ?? '';
/** By name: the address is missing when the directory was too slow at the first word. */
const triageCard = (running: RunningBot, person: CastMember): string => [...running.teams.shown(bot.triageChannelId).values()].map(wordsOf).find((words) => words.includes(person.name)) ?? '';
const faultsIn = (log: readonly string[]): string[] => log.filter((line) => /nobody caught|uncaught|unhandled|"level":"error"|A chore failed|A turn failed/i.test(line));

describe('the cards when Graph fails', function () {
  this.timeout(120_000);
  const stories = new Map<Way, Promise<void>>();
  let all: Promise<unknown>;

  before(() => {
    // Side by side, because most of the time goes by in waiting.
    const bots = pairs.map(async ([slow, quick]) => {
      const running = startRunningBot({ throttling: false });
      const first = running.then((bot) => tellIn(bot, slow, people.slow));
      const second = first.catch(() => undefined).then(async () => tellIn(await running, quick, people.quick));
      stories.set(slow, first).set(quick, second);
      await Promise.allSettled([first, second]);
      await (await running).stop();
    });
    all = Promise.allSettled(bots);
  });
  after(() => all);

  for (const way of pairs.flat()) it(`name what could not be read and claim nothing more when the calls end in ${way}`, () => stories.get(way));
});

async function tellIn(running: RunningBot, way: Way, [one, other]: readonly [CastMember, CastMember]): Promise<void> {
  const both = [one, other];
  await running.installInTriage(agent);
  await Promise.all(both.map((person) => running.install(person)));
  running.sandbox.order({ fault: 'none' });
  running.sandbox.order({ fault: way, match: { path: `${shared}|${other.aadObjectId}|${other.deviceId}` } });
  // What failed in the way before is remembered for two seconds.
  await new Promise((resolve) => setTimeout(resolve, 2_100));

  await Promise.all(both.map(async (person) => assert.equal((await running.say(person, 'CAA50021')).status, 200)));
  for (const person of both) await settled(running, person, (own) => !own.includes('I’m looking into it'));
  for (const person of both) judge(running, person, way);
  if (people.quick.includes(one)) {
    const capture = freshCapture(other.slug, { now: new Date(), seededAt: running.sandbox.now() })!;
    if (!caseCard(running, other).includes('Who fixes it')) assert.equal((await running.say(other, capture)).status, 200);
    await settled(running, other, (own) => own.includes('Who fixes it'));
    judge(running, other, way);
  }
  assert.equal((await fetch(`${running.botUrl}/healthz`)).status, 200);
  assert.deepEqual(faultsIn(running.log), []);
}

/** The person's card is as far as that, and the channel's says the same. */
const settled = (running: RunningBot, person: CastMember, isSo: (own: string) => boolean): Promise<unknown> =>
  eventually(
    () => [caseCard(running, person), triageCard(running, person)] as const,
    ([own, triage]) => own !== '' && isSo(own) && triage !== '' && !triage.includes('Reading the logs'),
    50_000,
    (seen) => seen.join('\n--- in the channel:\n'),
  );

/** Whatever is on the two cards of a person: it is true, and what is missing is named. */
function judge(running: RunningBot, person: CastMember, way: Way): void {
  const [own, triage] = [caseCard(running, person), triageCard(running, person)];
  const holds = (is: boolean, what: string): void => assert.ok(is, `${what}: ${person.slug}, ${way}:\n${own}\n--- in the channel:\n${triage}`);
  holds(!fine.test(own), 'calls nothing fine');
  holds(!/Device looks healthy/.test(triage), 'calls nothing healthy in the channel');
  holds(/^Missing$/m.test(triage) && noGap.test(triage), 'names the gap in the channel');
  if (own.includes('Who fixes it')) holds(/What we (?:could not see|have not seen) \(\d+\)/.test(own) && noGap.test(own), 'names the gap to the person');
  // Neither a refusal nor a page that is not there proves that a record is gone.
  if (person.slug !== 'record-deleted') holds(!/Device record deleted|entry in the company directory is gone/.test(own + triage), 'calls no record deleted');
}
