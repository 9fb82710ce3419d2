import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { lastingCapture } from '../../env/sandbox/captures.ts';
import { cast } from '../../env/sandbox/people.ts';
import { openStore } from '../../bot/store/open.ts';
import { createDatabase, postgresUrl } from '../helpers/open-test-store.ts';
import { eventually, personalChat, startRunningBot, wordsOf, type RunningBot } from './running-bot.ts';

const kills = Number(process.env['KILLS'] ?? 12);
const people = cast.filter(({ slug }) => slug !== 'guest' && slug !== 'disabled-user');

/**
 * A message that was answered with 200 is safe: the case it opened and the capture it brought are there after any kill -9.
 * The store's own loop kills fifty times on each database; `KILLS=50` does the same with the whole product.
 */
describe('a bot that is killed in the middle of turns', function () {
  this.timeout(240_000);

  for (const engine of ['PGlite', 'PostgreSQL'] as const) {
    it(`loses nothing it acknowledged in ${kills} kills, on ${engine}`, async function () {
      const dataKey = randomBytes(32);
      if (engine === 'PostgreSQL' && postgresUrl() === undefined) {
        console.log('      skipped: no PostgreSQL');
        return this.skip();
      }
      const database = engine === 'PostgreSQL' ? await createDatabase() : undefined;
      const running = await startRunningBot({
        throttling: false,
        ...(database ? { databaseUrl: database.url } : {}),
        env: { DATA_KEY: dataKey.toString('base64') },
      });
      const acknowledged = new Map<string, { messages: number; captures: number }>();
      let unanswered = 0;
      try {
        for (let kill = 0; kill < kills; kill += 1) {
          const turns = [0, 1, 2].map(async (offset) => {
            const person = people[(kill * 3 + offset) % people.length]!;
            const isCapture = kill % 2 === 1;
            const text = isCapture ? lastingCapture(person.slug)! : 'CAA50021';
            try {
              const answer = await running.say(person, text);
              assert.equal(answer.status, 200);
              const counted = acknowledged.get(person.aadObjectId) ?? { messages: 0, captures: 0 };
              acknowledged.set(person.aadObjectId, { messages: counted.messages + 1, captures: counted.captures + (isCapture ? 1 : 0) });
            } catch (error) {
              if (error instanceof assert.AssertionError) throw error;
              unanswered += 1;
            }
          });
          await wait(Math.random() * 500);
          await running.kill();
          await Promise.all(turns);
          await running.restart();
        }
        assert.ok(acknowledged.size > 0, 'not one turn was faster than its kill');
        await everyoneHasACard(running, [...acknowledged.keys()]);
        const where = running.dataFolder;
        await running.stopBot();

        const store = await openStore({ ...(database ? { databaseUrl: database.url } : { dataDir: `${where}/database` }), dataKey, clock: () => new Date() });
        try {
          for (const [aadObjectId, counted] of acknowledged) {
            const open = (await store.cases.casesOf(aadObjectId)).filter(({ state }) => state !== 'closed');
            assert.equal(open.length, 1, 'one open case for one person and device');
            const kept = await store.cases.captures(open[0]!.id);
            assert.ok(kept.length >= Math.min(counted.captures, 1), `${counted.captures} captures acknowledged, ${kept.length} kept`);
          }
        } finally {
          await store.close();
        }
        console.log(`      ${engine}: ${kills} kills, ${[...acknowledged.values()].reduce((sum, { messages }) => sum + messages, 0)} turns acknowledged, ${unanswered} cut off`);
      } finally {
        await running.stop();
        await database?.drop();
      }
    });
  }
});

async function everyoneHasACard(running: RunningBot, ids: readonly string[]): Promise<void> {
  for (const aadObjectId of ids) {
    const person = people.find((member) => member.aadObjectId === aadObjectId)!;
    await eventually(
      () => [...running.teams.shown(personalChat(person)).values()].map(wordsOf).join('\n'),
      (words) => /Case \d+/.test(words),
      30_000,
    );
  }
}
