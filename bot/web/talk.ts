import { randomInt, randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Conversation, Place, Turn } from '../../dialogs/turn.ts';
import type { ActivityLog, ConversationStore, Directory, ReferenceStore } from '../cases/ports.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { readActivity, type TeamsActivity } from './activity.ts';
import { admitPerson, type PersonAdmission, type PersonRefusal } from './admit-person.ts';
import { invokeNotice, invokeRefused, type InvokeAnswer } from './answer-invoke.ts';
import type { FileRules } from './attached-file.ts';
import { inTime } from './in-time.ts';
import { isTooLarge, textMessage } from './outgoing.ts';
import type { Outbound } from './outbound.ts';
import { planReplies, type ReplyPlan } from './plan-replies.ts';
import { placeKind, readSaid, referenceOf } from './read-turn.ts';
import { apology, doneClick, notOffered, refusalText, slowClick, slowMessage } from './texts.ts';

export interface TalkRooms {
  readonly tenantId: string;
  readonly triageChannelId: string;
  readonly files: FileRules;
  readonly directory: Pick<Directory, 'whoIs'>;
  readonly references: Pick<ReferenceStore, 'remember'>;
  readonly conversations: Pick<ConversationStore, 'triageChannel'>;
  readonly activities: ActivityLog;
  readonly converse: Conversation;
  readonly outbound: Outbound;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly now: () => Date;
  readonly deadlines: Deadlines;
}

/** Milliseconds. Teams gives up on a request after about 15 s, and shows an error on a card after about 5. */
export interface Deadlines {
  readonly whoIs: number;
  /** When a person who wrote a message hears at the latest that it takes longer. */
  readonly message: number;
  /** When the answer to a click goes out at the latest. */
  readonly invoke: number;
}
export const usualDeadlines: Deadlines = { whoIs: 1_500, message: 8_000, invoke: 4_000 };

export interface Talk {
  /**
   * Carries out one admitted activity. Answers in time even when the work goes on; the answer is the body for an invoke.
   * Never throws.
   */
  hear(body: unknown): Promise<InvokeAnswer | undefined>;
  /** Turns being carried out, also those whose request has been answered. */
  readonly inFlight: ReadonlySet<Promise<unknown>>;
}

export function openTalk(rooms: TalkRooms): Talk {
  const turns = new Map<string, Hearing>();
  const running = new Set<Promise<unknown>>();
  const refusedLately = new LRUCache<string, true>({ max: 5_000, ttl: 60_000 });
  const welcomedLately = new LRUCache<string, true>({ max: 5_000, ttl: 60_000 });

  async function hear(body: unknown): Promise<InvokeAnswer | undefined> {
    const activity = readActivity(body);
    if (activity === undefined) {
      rooms.log.warn('An activity without a conversation was left alone.');
      return undefined;
    }
    // Random, because what was done is remembered beyond this process, and a number would come again.
    const key = keyOf(activity) ?? `unnamed ${randomUUID()}`;
    // The same activity again while its turn runs: one turn, one answer for both.
    const hearing = turns.get(key) ?? begin(key, activity);
    if (activity.type === 'invoke') {
      return inTime(hearing.answer, rooms.deadlines.invoke, () => {
        hearing.isAnswerAwaited = false;
        return invokeNotice(slowClick);
      });
    }
    return inTime(hearing.answer, rooms.deadlines.message, () => {
      if (activity.type === 'message' && hearing.isAnswerAwaited) void tell(activity, slowMessage);
      hearing.isAnswerAwaited = false;
      return undefined;
    });
  }

  function begin(key: string, activity: TeamsActivity): Hearing {
    const log = rooms.log.child({ activityId: activity.id, activityType: activity.type, conversation: activity.conversation.id });
    const kind = activity.type === 'invoke' || activity.type === 'message' ? activity.type : 'other';
    const startedAt = performance.now();
    const hearing: Hearing = { isAnswerAwaited: true, answer: Promise.resolve(undefined) };
    const carried = carryOut(key, activity, log, hearing).catch((error: unknown) => apologise(activity, log, hearing, error));
    const afterwards = carried
      .then(async ({ outcome, rest }) => {
        await rest?.();
        const durationMs = performance.now() - startedAt;
        rooms.metrics.turns.inc({ kind, outcome });
        rooms.metrics.turnSeconds.observe({ kind }, durationMs / 1000);
        log.debug('A turn ended.', { outcome, durationMs: Math.round(durationMs) });
      })
      .catch((error: unknown) => log.error('A turn could not be ended.', { error }))
      .finally(() => {
        turns.delete(key);
        running.delete(afterwards);
        rooms.metrics.turnsInFlight.set(running.size);
      });
    // A click is answered at once; what else it says follows. A message's request stays open until all is said.
    hearing.answer =
      activity.type === 'invoke'
        ? carried.then(({ answer }) => answer ?? invokeNotice(doneClick))
        : afterwards.then(() => undefined);
    turns.set(key, hearing);
    running.add(afterwards);
    rooms.metrics.turnsInFlight.set(running.size);
    return hearing;
  }

  async function carryOut(key: string, activity: TeamsActivity, log: Log, hearing: Hearing): Promise<Ended> {
    if (isFromABot(activity)) return { outcome: 'ignored' };
    const said = readSaid(activity, rooms.files);
    const admission = await admitPerson(activity, {
      directory: rooms.directory,
      tenantId: rooms.tenantId,
      withinMs: rooms.deadlines.whoIs,
    });
    if (admission.kind === 'refused') {
      // Where a channel is reached is worth knowing even when the one who added the bot cannot be looked up.
      if (said.kind === 'installed' && placeKind(activity) === 'channel' && mayPass.has(admission.why))
        await remember(activity, admission);
      return refuse(activity, admission.why, log);
    }
    const place = await remember(activity, admission);
    if (said.kind === 'ignored') {
      return { outcome: 'ignored', ...(activity.type === 'invoke' ? { answer: invokeRefused(notOffered) } : {}) };
    }
    // Being installed is told twice, as installationUpdate and as conversationUpdate.
    if (said.kind === 'installed' && recently(welcomedLately, place.conversationId)) return { outcome: 'ignored' };
    const isLogged = activity.type === 'message' || activity.type === 'invoke';
    if (isLogged && (await rooms.activities.isDone(key))) {
      return { outcome: 'repeated', ...(activity.type === 'invoke' ? { answer: invokeNotice(doneClick) } : {}) };
    }

    const turn: Turn = {
      activityId: activity.id ?? '',
      receivedAt: rooms.now().toISOString(),
      person: admission.person,
      place,
      said,
    };
    const replies = await rooms.converse(turn);
    const plan = planReplies(replies, {
      isAnswerAwaited: activity.type === 'invoke' && hearing.isAnswerAwaited,
      ...(activity.replyToId ? { clickedActivityId: activity.replyToId } : {}),
    });
    const rest = async (): Promise<void> => {
      await say(activity, plan, log);
      if (isLogged) await rooms.activities.markDone(key);
    };
    return { outcome: 'done', rest, ...(plan.answer ? { answer: plan.answer } : {}) };
  }

  async function remember(activity: TeamsActivity, admission: PersonAdmission): Promise<Place> {
    const { teamsId, reference } = referenceOf(activity);
    const kind = placeKind(activity);
    const isTriage = kind === 'channel' && teamsId === rooms.triageChannelId;
    const { tenantId } = rooms;
    const whose = kind === 'personal' && admission.kind === 'admitted' ? { aadObjectId: admission.person.aadObjectId } : {};
    const met = await rooms.references.remember({
      teamsId,
      kind,
      ...whose,
      tenantId,
      serviceUrl: activity.serviceUrl,
      reference,
      isTriage,
    });
    if (kind === 'channel' && !isTriage && activity.channelData?.team) await reachTriageThrough(activity.serviceUrl, reference);
    return { kind, conversationId: met.id, isTriage };
  }

  /**
   * Teams tells of a team, not of each of its channels: the first team the bot is added to is taken for the one with the
   * configured channel. If it is not, the first card is refused, the channel is marked unreachable, and meeting it puts it right.
   */
  async function reachTriageThrough(serviceUrl: string, reference: Readonly<Record<string, unknown>>): Promise<void> {
    if ((await rooms.conversations.triageChannel()) !== undefined) return;
    const { triageChannelId: teamsId, tenantId } = rooms;
    const conversation = { id: teamsId, conversationType: 'channel', isGroup: true, tenantId };
    await rooms.references.remember({ teamsId, kind: 'channel', tenantId, serviceUrl, reference: { ...reference, conversation }, isTriage: true });
  }

  const addressOf = (activity: TeamsActivity) => ({ serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id });
  const tell = (activity: TeamsActivity, text: string) =>
    rooms.outbound.send({ to: addressOf(activity), activity: textMessage(text) });

  async function say(activity: TeamsActivity, plan: ReplyPlan, log: Log): Promise<void> {
    for (const message of plan.messages) {
      if (isTooLarge(message.activity)) {
        log.error('A reply is larger than 25 KB and was not sent: Teams would refuse it.', {
          bytes: JSON.stringify(message.activity).length,
        });
      } else await rooms.outbound.send({ to: addressOf(activity), ...message });
    }
  }

  async function refuse(activity: TeamsActivity, why: PersonRefusal, log: Log): Promise<Ended> {
    rooms.metrics.gateRefusals.inc({ reason: why });
    log.info('A sender was refused.', { reason: why, person: activity.from?.aadObjectId });
    if (activity.type === 'invoke') return { outcome: 'refused', answer: invokeNotice(refusalText[why]) };
    // One answer a minute is enough for somebody who is not served.
    const who = `${activity.conversation.id} ${activity.from?.id ?? ''}`;
    if (activity.type === 'message' && !recently(refusedLately, who)) await tell(activity, refusalText[why]);
    return { outcome: 'refused' };
  }

  /** Where everything that is our own mistake or our own outage ends: whole in the log, kindly in the chat, not marked as done. */
  async function apologise(activity: TeamsActivity, log: Log, hearing: Hearing, error: unknown): Promise<Ended> {
    const reference = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
    log.error('A turn failed.', { reference, error });
    if (activity.type === 'invoke' && hearing.isAnswerAwaited)
      return { outcome: 'failed', answer: invokeNotice(apology(reference)) };
    if (activity.type === 'invoke' || activity.type === 'message') await tell(activity, apology(reference));
    return { outcome: 'failed' };
  }

  return { hear, inFlight: running };
}

interface Hearing {
  /** False once the request has been answered without the turn's own answer. */
  isAnswerAwaited: boolean;
  answer: Promise<InvokeAnswer | undefined>;
}

interface Ended {
  readonly outcome: 'done' | 'ignored' | 'repeated' | 'refused' | 'failed';
  readonly answer?: InvokeAnswer;
  /** What is left to do when a click has been answered. */
  readonly rest?: () => Promise<void>;
}

const mayPass: ReadonlySet<PersonRefusal> = new Set(['no-object-id', 'could-not-check']);

/** Letters and digits that are not mixed up when read aloud. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Teams delivers an activity twice with one id; ids are only unique within their conversation. */
const keyOf = (activity: TeamsActivity): string | undefined =>
  activity.id === undefined ? undefined : `${activity.type} ${activity.conversation.id} ${activity.id}`;

const isFromABot = (activity: TeamsActivity): boolean =>
  activity.from?.role === 'bot' || activity.from?.id?.startsWith('28:') === true;

/** Was it there within the cache's time? It is afterwards. */
function recently(cache: LRUCache<string, true>, key: string): boolean {
  if (cache.has(key)) return true;
  cache.set(key, true);
  return false;
}
