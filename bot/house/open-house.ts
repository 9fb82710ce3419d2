import { openConversation } from '../../dialogs/index.ts';
import type { Frame } from '../../cards/frame.ts';
import type { Config } from '../config.ts';
import { directoryOf, evidenceReaderOf } from '../graph/as-ports.ts';
import { openGraph } from '../graph/client.ts';
import { grantedPermissions, graphReady } from '../graph/ready.ts';
import { gatherEvidence } from '../jobs/gather-evidence.ts';
import { presentCase } from '../jobs/present-case.ts';
import { purgeChore } from '../jobs/purge.ts';
import { startWorker } from '../jobs/worker.ts';
import { createLog, type Log } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { openStore } from '../store/open.ts';
import { openFrontDoor } from '../web/front-door.ts';
import { countedChores, countedFetch } from './counted.ts';
import { dataFirst } from './data-first-log.ts';
import { readerCredential } from './reader-credential.ts';
import { rememberedDirectory } from './remembered-directory.ts';

export interface House {
  readonly log: Log;
  readonly address: { readonly host: string; readonly port: number };
  /** Takes nothing in any more, ends the turns and chores under way, and closes the memory. */
  close(): Promise<void>;
}

/**
 * Opens the rooms, introduces them to one another, and opens the front door last.
 * @throws HelpdeskError for what an operator must fix; whatever was open by then is closed again
 */
export async function openHouse(config: Config, log = createLog({ level: config.logLevel, key: config.dataKey })): Promise<House> {
  const clock = (): Date => new Date();
  const metrics = createMetrics({ withProcess: true });
  const frame: Frame = config.banner === undefined ? {} : { banner: config.banner };
  const roomLog = dataFirst(log);

  const store = await openStore({
    ...(config.store.kind === 'postgres' ? { databaseUrl: config.store.url.reveal() } : { dataDir: config.store.folder }),
    dataKey: config.dataKey.reveal(),
    triageChannelId: config.triageChannelId,
    clock,
    log: roomLog,
  });
  const graph = openGraph({
    baseUrl: config.graph.baseUrl,
    authorityHost: config.authorityHost,
    tenantId: config.tenantId,
    clientId: config.graph.clientId,
    credential: readerCredential(config.graph),
    fetch: countedFetch(metrics),
    log: roomLog,
    clock,
  });

  const directory = rememberedDirectory(directoryOf(graph), store.people, clock);
  const evidence = evidenceReaderOf(graph);
  const { cases, posts, conversations } = store;
  const door = openFrontDoor({
    config,
    log,
    metrics,
    directory,
    references: conversations,
    conversations,
    activities: store.activities,
    converse: openConversation({ cases, posts, directory, evidence, clock, tenantId: config.tenantId, frame }),
    checks: {
      database: async () => (await store.ready()) === true,
      graph: async () => (await graphReady(graph)) === 'ok',
    },
  });
  const worker = await startWorker(
    store.queue,
    countedChores(
      {
        gather: gatherEvidence({ cases, clock, directory, evidence }),
        present: presentCase({ cases, posts, conversations, messenger: door.messenger, clock, frame }),
        purge: purgeChore(store, roomLog),
      },
      metrics,
    ),
    { log: roomLog },
  );
  const closeInside = async (): Promise<void> => {
    await worker.stop(5_000);
    graph.close();
    await store.close();
  };

  try {
    const address = await door.listen();
    void sayWhatIsGranted();
    return {
      log,
      address,
      async close() {
        await door.stop();
        await closeInside();
      },
    };
  } catch (error) {
    await closeInside();
    throw error;
  }

  /** For the operator's eyes: what the reader cannot see, and what it should not be able to do. */
  async function sayWhatIsGranted(): Promise<void> {
    const granted = await grantedPermissions(graph);
    if (granted === 'could-not-check') return log.warn('The reader’s permissions could not be checked: Entra gave no token.');
    for (const missing of granted.missing) {
      log[missing.kind === 'needed' ? 'warn' : 'info'](`The reader registration lacks ${missing.name}. ${missing.without}`);
    }
    for (const excess of granted.excess) {
      log.warn(`The reader holds ${excess}, which it does not need; remove it in Entra.`);
    }
  }
}
