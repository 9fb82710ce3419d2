import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, type Child } from '../../env/child.ts';
import { startSandbox, type Sandbox } from '../../env/sandbox/server.ts';
import { startFakeConnector, type FakeConnector } from '../helpers/fake-connector.ts';

const root = new URL('../..', import.meta.url).pathname;

export const bot = {
  appId: 'b07b07b0-0000-4000-8000-00000000b071',
  triageChannelId: '19:caa50021triage@thread.tacv2',
} as const;

export interface Speaker {
  readonly aadObjectId: string;
  readonly name: string;
}

export const personalChat = (person: Speaker): string => `a:personal-${person.aadObjectId}`;

/** The whole product as it runs: the bot as a process of its own, the sandbox tenant, and Teams' connector. */
export interface RunningBot {
  readonly sandbox: Sandbox;
  readonly teams: FakeConnector;
  readonly botUrl: string;
  /** `DATA_DIR` of the bot. */
  readonly dataFolder: string;
  /** Lines of the bot's log. */
  readonly log: readonly string[];
  send(activity: Record<string, unknown>): Promise<{ status: number; body: any }>;
  say(person: Speaker, text: string, more?: Record<string, unknown>): Promise<{ status: number; body: any }>;
  sayInTriage(person: Speaker, text: string): Promise<{ status: number; body: any }>;
  click(person: Speaker, on: { activityId: string; conversationId?: string }, verb: string, data: Record<string, unknown>): Promise<{ status: number; body: any }>;
  install(person: Speaker): Promise<void>;
  installInTriage(person: Speaker): Promise<void>;
  kill(): Promise<void>;
  /** Starts the bot again on the same memory. */
  restart(): Promise<void>;
  /** Ends the bot in good order and leaves its memory where it is. */
  stopBot(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRunningBot(
  options: { databaseUrl?: string; throttling?: boolean; env?: Readonly<Record<string, string>> } = {},
): Promise<RunningBot> {
  const folder = mkdtempSync(join(tmpdir(), 'caa50021-bot-'));
  const [sandbox, teams] = await Promise.all([startSandbox({ throttling: options.throttling ?? true }), startFakeConnector()]);
  const log: string[] = [];
  let child: Child;
  let port = 0;

  async function start(): Promise<void> {
    child = startChild({
      name: 'The bot',
      args: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', join(root, 'bot/index.ts')],
      env: {
        APP_ENV: 'sandbox',
        HOST: '127.0.0.1',
        PORT: '0',
        AUTHORITY_HOST: sandbox.url,
        GRAPH_BASE_URL: sandbox.url,
        DATA_DIR: folder,
        NODE_COMPILE_CACHE: join(tmpdir(), 'caa50021-compile-cache'),
        NODE_EXTRA_CA_CERTS: sandbox.certPath,
        TRIAGE_CHANNEL_ID: bot.triageChannelId,
        ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
        ...options.env,
      },
      readyLine: /"port":(\d+).*The bot is listening/,
      readyWithinMs: 30_000,
      onLine: (line) => log.push(line),
    });
    const [, found] = await child.ready;
    port = Number(found);
  }
  await start();

  let lastActivity = 0;
  const send = async (activity: Record<string, unknown>): Promise<{ status: number; body: any }> => {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  };
  const from = (person: Speaker, place: 'personal' | 'triage'): Record<string, unknown> => ({
    id: `activity-${process.pid}-${(lastActivity += 1)}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: teams.url,
    from: { id: `29:${person.aadObjectId}`, name: person.name, aadObjectId: person.aadObjectId },
    recipient: { id: `28:${bot.appId}`, name: 'CAA50021 Helpdesk' },
    conversation:
      place === 'personal'
        ? { id: personalChat(person), conversationType: 'personal', tenantId: sandbox.tenantId }
        : { id: bot.triageChannelId, conversationType: 'channel', isGroup: true, tenantId: sandbox.tenantId },
    channelData: {
      tenant: { id: sandbox.tenantId },
      ...(place === 'triage' ? { channel: { id: bot.triageChannelId }, team: { id: '19:team@thread.tacv2' } } : {}),
    },
    locale: 'en-US',
  });
  const mention = '<at>CAA50021 Helpdesk</at>';

  return {
    sandbox,
    teams,
    get botUrl() {
      return `http://127.0.0.1:${port}`;
    },
    dataFolder: folder,
    log,
    send,
    say: (person, text, more) => send({ ...from(person, 'personal'), type: 'message', text, textFormat: 'plain', ...more }),
    sayInTriage: (person, text) =>
      send({
        ...from(person, 'triage'),
        type: 'message',
        text: `${mention} ${text}`,
        entities: [{ type: 'mention', text: mention, mentioned: { id: `28:${bot.appId}`, name: 'CAA50021 Helpdesk' } }],
      }),
    click: (person, on, verb, data) =>
      send({
        ...from(person, 'personal'),
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: on.activityId,
        value: { action: { type: 'Action.Execute', verb, data } },
      }),
    async install(person) {
      await send({ ...from(person, 'personal'), type: 'installationUpdate', action: 'add' });
    },
    async installInTriage(person) {
      await send({ ...from(person, 'triage'), type: 'installationUpdate', action: 'add' });
    },
    async kill() {
      child.process.kill('SIGKILL');
      await child.ready.catch(() => undefined);
      await new Promise<void>((resolve) => {
        if (child.process.exitCode !== null || child.process.signalCode !== null) resolve();
        else child.process.once('exit', () => resolve());
      });
    },
    restart: start,
    stopBot: () => child.stop(),
    async stop() {
      await child.stop();
      await Promise.all([teams.stop(), sandbox.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Everything a person can read in a card, in order. */
export function wordsOf(activity: Record<string, any> | undefined): string {
  const words: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    const element = node as Record<string, unknown>;
    for (const key of ['text', 'title', 'label', 'placeholder']) if (typeof element[key] === 'string') words.push(element[key]);
    for (const key of ['body', 'items', 'columns', 'inlines', 'facts', 'rows', 'cells', 'choices', 'actions', 'selectAction', 'card']) visit(element[key]);
  };
  for (const attachment of activity?.['attachments'] ?? []) visit(attachment.content);
  if (typeof activity?.['text'] === 'string') words.push(activity['text']);
  return words.join('\n');
}

/** The buttons of a card: verb → data. */
export function buttonsOf(activity: Record<string, any> | undefined): Map<string, Record<string, unknown>> {
  const buttons = new Map<string, Record<string, unknown>>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    const element = node as Record<string, any>;
    if (element['type'] === 'Action.Execute') buttons.set(element['verb'], element['data'] ?? {});
    Object.values(element).forEach(visit);
  };
  visit(activity?.['attachments']);
  return buttons;
}

/** Asks again and again until it holds, and says what was seen last when it never does. */
export async function eventually<T>(look: () => T, holds: (seen: T) => boolean, withinMs = 8_000, describe: (seen: T) => string = String): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const seen = look();
    if (holds(seen)) return seen;
    if (Date.now() > until) throw new Error(`Not within ${withinMs} ms. Last seen:\n${describe(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
