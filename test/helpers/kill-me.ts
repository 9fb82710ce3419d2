/**
 * A process to be killed: opens cases, moves them on, and says on standard output what is safely kept. One line for each
 * promise, written at once: `opened <id>`, `changed <id> <version>`.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openStore } from '../../bot/store/open.ts';
import { birth, change, report } from './case-samples.ts';

const { databaseUrl, dataDir } = JSON.parse(process.argv[2] ?? '{}') as { databaseUrl?: string; dataDir?: string };
const dataKey = Buffer.alloc(32, 'test key ');
const store = await openStore({ databaseUrl, dataDir, dataKey, clock: () => new Date(), queue: { superviseSeconds: 3_600 } });
const say = (line: string): void => void writeSync(1, `${line}\n`);

async function work(): Promise<never> {
  for (;;) {
    const reporter = { aadObjectId: randomUUID(), name: 'Megan Bowen' };
    const { case: born } = await store.cases.openOrFind(report({ reporter }), birth);
    say(`opened ${born.id}`);
    const after = await store.cases.change(born.id, () =>
      change({ patch: { state: 'collecting' }, events: [{ kind: 'asked', actor: 'bot', data: {} }], addCapture: { text: 'raw', origin: 'text' } }),
    );
    say(`changed ${born.id} ${after?.version}`);
  }
}
await Promise.all([work(), work()]);
