import { readConfig, type Config } from '../../bot/config.ts';
import type { ConversationStore, Membership, ReferenceStore } from '../../bot/cases/ports.ts';
import { createLog, type Log } from '../../bot/log.ts';
import { createMetrics, type Metrics } from '../../bot/metrics.ts';
import { Secret } from '../../bot/secret.ts';
import { openFrontDoor, type FrontDoor, type FrontDoorRooms } from '../../bot/web/front-door.ts';
import type { Turn } from '../../dialogs/turn.ts';
import { startFakeConnector, type FakeConnector } from './fake-connector.ts';
import { startKeyServer, type KeyServer } from './key-server.ts';

export const appId = 'b07b07b0-0000-4000-8000-00000000b071';
export const tenantId = 'c0470500-5a4d-4b0c-9c0a-c0470500b0cc';
export const triageChannelId = '19:triage@thread.tacv2';
export const ada = 'c0470500-0000-4000-8000-0000000000a1';

/** A front door with everything behind it replaced by lists, and everything before it on loopback. */
export interface DoorRig {
  readonly door: FrontDoor;
  readonly url: string;
  readonly connector: FakeConnector;
  readonly keys: KeyServer;
  readonly metrics: Metrics;
  readonly config: Config;
  /** What reached the conversation. */
  readonly turns: Turn[];
  readonly references: FakeReferences;
  readonly unreachable: { conversationId: string; reason: string }[];
  readonly logLines: string[];
  readonly log: Log;
  readonly done: Set<string>;
  /** Posts an activity with a good token, or with what `options` say instead. */
  post(
    activity: Record<string, unknown>,
    options?: { authorization?: string; headers?: Record<string, string> },
  ): Promise<Response>;
  token(claims?: Record<string, unknown>): Promise<string>;
  stop(): Promise<void>;
}

export type FakeReferences = ReferenceStore & Pick<ConversationStore, 'triageChannel'> & { readonly kept: Map<string, Parameters<ReferenceStore['remember']>[0]> };

export function fakeReferences(): FakeReferences {
  const kept = new Map<string, Parameters<ReferenceStore['remember']>[0]>();
  return {
    kept,
    remember: async (met) => {
      kept.set(met.teamsId, met);
      const { teamsId, kind, aadObjectId } = met;
      return { id: teamsId, kind, teamsId, reachable: true, ...(aadObjectId ? { aadObjectId } : {}) };
    },
    referenceOf: async (id) => kept.get(id),
    triageChannel: async () => {
      const met = [...kept.values()].find(({ isTriage }) => isTriage);
      return met && { id: met.teamsId, kind: met.kind, teamsId: met.teamsId, reachable: true };
    },
  };
}

/** A log into a list, and what it takes to make one. */
export function listLog(level = 'debug'): { log: Log; lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    log: createLog({
      level,
      key: new Secret(new Uint8Array(32).fill(7)),
      destination: { write: (line) => void lines.push(line) },
    }),
  };
}

export async function startDoor(rooms: Partial<FrontDoorRooms> & { env?: Record<string, string> } = {}): Promise<DoorRig> {
  const keys = await startKeyServer();
  const connector = await startFakeConnector();
  const { log, lines } = listLog();
  const config = readConfig({ ...testEnvironment(keys), ...rooms.env });
  const metrics = createMetrics();
  const turns: Turn[] = [];
  const references = fakeReferences();
  const unreachable: DoorRig['unreachable'] = [];
  const done = new Set<string>();
  const door = openFrontDoor({
    config,
    log,
    metrics,
    directory: { whoIs: async (id) => member(id) },
    references,
    conversations: {
      markUnreachable: async (conversationId, reason) => void unreachable.push({ conversationId, reason }),
      triageChannel: () => references.triageChannel(),
    },
    activities: { isDone: async (key) => done.has(key), markDone: async (key) => void done.add(key) },
    checks: {},
    tokens: async () => 'token-of-the-bot',
    ...rooms,
    converse: async (turn) => {
      turns.push(turn);
      return rooms.converse?.(turn) ?? [{ kind: 'text', text: 'hello' }];
    },
  });
  const { host, port } = await door.listen().catch(async (error: unknown) => {
    await Promise.all([keys.stop(), connector.stop()]);
    throw error;
  });
  const url = `http://${host}:${port}`;
  const token = (claims: Record<string, unknown> = {}): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    return keys.sign({ iss: keys.issuer, aud: appId, serviceurl: connector.url, nbf: now - 60, exp: now + 3600, ...claims });
  };
  return {
    door,
    url,
    connector,
    keys,
    metrics,
    config,
    turns,
    references,
    unreachable,
    logLines: lines,
    log,
    done,
    token,
    post: async (activity, options = {}) =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(config.profile === 'sandbox' ? {} : { authorization: options.authorization ?? `Bearer ${await token()}` }),
          ...options.headers,
        },
        body: JSON.stringify(activity),
      }),
    stop: async () => {
      await door.stop(200);
      await Promise.all([keys.stop(), connector.stop()]);
    },
  };
}

export const member = (id: string): Membership => ({
  kind: 'member',
  user: { id, displayName: 'Ada Lovelace', userPrincipalName: 'ada@contoso.com' },
});

export const testEnvironment = (keys: Pick<KeyServer, 'issuer' | 'metadataUrl'>): Record<string, string> => ({
  APP_ENV: 'test',
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenantId,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppPassword: 'a secret of the test',
  ToBotFromChannelTokenIssuer: keys.issuer,
  ToBotFromChannelOpenIdMetadataUrl: keys.metadataUrl,
  AUTHORITY_HOST: 'https://localhost:4443',
  GRAPH_BASE_URL: 'https://localhost:4443',
  GRAPH_CLIENT_ID: 'b07b07b0-0000-4000-8000-00000000c001',
  GRAPH_CLIENT_SECRET: 'another secret of the test',
  TRIAGE_CHANNEL_ID: triageChannelId,
  DATA_KEY: Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64'),
  PORT: '0',
});

let lastActivity = 0;

/** An activity as Teams sends it in Ada's personal chat; `change` replaces parts of it. */
export function activity(serviceUrl: string, change: Record<string, unknown> = {}): Record<string, any> {
  return {
    type: 'message',
    id: `activity-${(lastActivity += 1)}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:ada', name: 'Ada (Teams)', aadObjectId: ada },
    recipient: { id: `28:${appId}`, name: 'CAA50021 Helpdesk' },
    conversation: { id: 'a:ada', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    text: 'I cannot sign in',
    textFormat: 'plain',
    ...change,
  };
}

/** A press on a card's button. */
export const press = (
  serviceUrl: string,
  verb: string,
  data: Record<string, unknown> = {},
  change: Record<string, unknown> = {},
): Record<string, any> =>
  activity(serviceUrl, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    replyToId: '1700000000001',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    ...change,
  });
