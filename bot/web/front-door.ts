import type { Conversation } from '../../dialogs/turn.ts';
import type { GateRules } from '../auth/admission.ts';
import { botTokens, type BotTokens } from '../auth/bot-tokens.ts';
import { warnBeforeExpiry } from '../auth/secret-expiry.ts';
import { serviceUrlCheck } from '../auth/service-url.ts';
import type { ActivityLog, ConversationStore, Directory, Messenger, ReferenceStore } from '../cases/ports.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { TeamsAdapter } from './adapter.ts';
import { openConnector } from './connector.ts';
import { openMessenger } from './deliver.ts';
import { openOutbound } from './outbound.ts';
import { healthRoute, readyRoute, type ReadyCheck } from './routes/health.ts';
import { messagesRoute } from './routes/messages.ts';
import { metricsRoute } from './routes/metrics.ts';
import { openServer } from './server.ts';
import { openTalk, usualDeadlines, type Deadlines } from './talk.ts';

export interface FrontDoorRooms {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly directory: Pick<Directory, 'whoIs'>;
  readonly references: ReferenceStore;
  readonly conversations: Pick<ConversationStore, 'markUnreachable' | 'triageChannel'>;
  readonly activities: ActivityLog;
  readonly converse: Conversation;
  /** What /readyz asks, by name (`database`, `queue`); the bot's own credential is added here. */
  readonly checks: Readonly<Record<string, ReadyCheck>>;
  readonly now?: () => Date;
  /** Milliseconds; see {@link usualDeadlines}. */
  readonly deadlines?: Partial<Deadlines>;
  /** Where the bot's token for the connector comes from; by default from the configured credential. */
  readonly tokens?: BotTokens;
}

export interface FrontDoor {
  /** Speaks first; works before `listen` and until the process ends. */
  readonly messenger: Messenger;
  /** @throws HelpdeskError E_PORT_TAKEN. */
  listen(): Promise<{ readonly host: string; readonly port: number }>;
  /** Takes nothing in any more, lets running turns end for at most `graceMs`, and closes. */
  stop(graceMs?: number): Promise<{ readonly unfinishedTurns: number }>;
}

/** The front door as a whole: what Teams may call, who may come in, and how the bot answers and speaks first. */
export function openFrontDoor(rooms: FrontDoorRooms): FrontDoor {
  const { config, log, metrics } = rooms;
  const isLocal = config.profile !== 'production';
  const isServiceUrl = serviceUrlCheck({ isLocal, serviceHosts: config.cloud.serviceHosts });
  const tokens = rooms.tokens ?? botTokens(config);
  const outbound = openOutbound({ connector: openConnector(tokens), isServiceUrl, log, metrics, appId: config.bot.appId });
  const talk = openTalk({
    tenantId: config.tenantId,
    triageChannelId: config.triageChannelId,
    files: { isLocal, fileHosts: config.cloud.fileHosts },
    directory: rooms.directory,
    references: rooms.references,
    conversations: rooms.conversations,
    activities: rooms.activities,
    converse: rooms.converse,
    outbound,
    log,
    metrics,
    now: rooms.now ?? (() => new Date()),
    deadlines: { ...usualDeadlines, ...rooms.deadlines },
  });

  let stopping = false;
  const isStopping = (): boolean => stopping;
  const rules: GateRules = {
    appId: config.bot.appId,
    issuer: config.cloud.issuer,
    isServiceUrl,
    demandsToken: config.profile !== 'sandbox',
  };
  const ready = readyRoute(
    { ...rooms.checks, credential: async () => (await tokens(AbortSignal.timeout(2_000)), true) },
    { isStopping },
  );
  const server = openServer(
    {
      post: { '/api/messages': messagesRoute({ rules, adapter: new TeamsAdapter(config, log), talk, isStopping, log, metrics }) },
      get: {
        '/healthz': (_request, response) => healthRoute(response),
        '/readyz': (_request, response) => ready(response),
        '/metrics': (_request, response) => metricsRoute(metrics.registry, response),
      },
    },
    { log, metrics },
  );
  const stopWarning = warnBeforeExpiry(log, config.secretExpiresAt, rooms.now);

  return {
    messenger: openMessenger({ references: rooms.references, conversations: rooms.conversations, outbound, log }),
    listen: () => server.listen(config.host, config.port),
    stop: async (graceMs = 8_000) => {
      stopping = true;
      stopWarning();
      const closed = server.stopIntake();
      await until(Promise.all([closed, ...talk.inFlight]), graceMs);
      server.destroy();
      return { unfinishedTurns: talk.inFlight.size };
    },
  };
}

async function until(work: Promise<unknown>, withinMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, withinMs);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
