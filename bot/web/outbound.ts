import { LRUCache } from 'lru-cache';
import type { ServiceUrlCheck } from '../auth/service-url.ts';
import type { Delivery } from '../cases/ports.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Connector, ConnectorAnswer } from './connector.ts';
import { outcomeOf } from './connector-outcome.ts';
import { conversationLimits, globalLimits, Pace } from './pace.ts';

/** Where to say it: a connector, and a conversation there. */
export interface Address {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

export interface Outbound {
  /**
   * Says one thing: posts it, or replaces the activity `activityId`. Waits its turn in the conversation and within Teams'
   * limits, tries again where that is worth it, and answers within `withinMs`. Never throws for outside trouble.
   */
  send(message: {
    readonly to: Address;
    readonly activityId?: string;
    readonly activity: Readonly<Record<string, unknown>>;
    readonly withinMs?: number;
  }): Promise<Delivery>;
}

/** A post whose fate is unclear is repeated once only: Teams offers no way to ask whether the first one arrived. */
const attemptsOf = { safe: 4, unclear: 2 };
const oneCallMs = 5_000;
const defaultWithinMs = 15_000;

export function openOutbound(rooms: {
  readonly connector: Connector;
  readonly isServiceUrl: ServiceUrlCheck;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly appId: string;
  /** Milliseconds; a test may bring its own. */
  readonly now?: () => number;
  readonly random?: () => number;
}): Outbound {
  const now = rooms.now ?? Date.now;
  const random = rooms.random ?? Math.random;
  const everywhere = new Pace(globalLimits);
  const lanes = new LRUCache<string, Lane>({ max: 20_000 });
  const laneOf = (id: string): Lane => {
    const lane = lanes.get(id) ?? { pace: new Pace(conversationLimits), last: Promise.resolve() };
    lanes.set(id, lane);
    return lane;
  };

  /** Waits until every limit allows one more and takes that place. Answers the wait that would have been needed when it is too long. */
  async function waitForPlace(lane: Lane, deadline: number): Promise<number | undefined> {
    for (;;) {
      const waitMs = Math.max(lane.pace.waitMs(now()), everywhere.waitMs(now()));
      if (now() + waitMs >= deadline) return waitMs;
      if (waitMs === 0) break;
      await sleep(waitMs);
    }
    lane.pace.note(now());
    everywhere.note(now());
    return undefined;
  }

  async function attempt(message: Parameters<Outbound['send']>[0], lane: Lane, deadline: number): Promise<Delivery> {
    const operation = message.activityId === undefined ? 'post' : 'update';
    for (let tries = 1; ; tries += 1) {
      const tooLong = await waitForPlace(lane, deadline);
      if (tooLong !== undefined) return { kind: 'later', retryAfterMs: tooLong };
      const answer = await rooms.connector({
        serviceUrl: message.to.serviceUrl,
        conversationId: message.to.conversationId,
        ...(message.activityId === undefined ? {} : { activityId: message.activityId }),
        activity: { ...message.activity, from: { id: `28:${rooms.appId}` }, conversation: { id: message.to.conversationId } },
        withinMs: Math.max(1, Math.min(oneCallMs, deadline - now())),
      });
      const outcome = outcomeOf(answer, operation);
      if (outcome.kind === 'delivered') return { ...outcome, activityId: outcome.activityId || (message.activityId ?? '') };
      if (outcome.kind !== 'again') return note(outcome, answer, operation);
      const pauseMs = outcome.retryAfterMs ?? 2 ** (tries - 1) * 500 * (0.5 + random());
      const isLast = tries >= (outcome.isUnclear ? attemptsOf.unclear : attemptsOf.safe) || now() + pauseMs >= deadline;
      if (isLast) return note({ kind: 'later', retryAfterMs: pauseMs }, answer, operation);
      await sleep(pauseMs);
    }
  }

  function note(delivery: Delivery, answer: ConnectorAnswer, operation: string): Delivery {
    if (delivery.kind !== 'delivered') {
      const about = {
        operation,
        outcome: delivery.kind,
        ...(answer.kind === 'answered' ? { status: answer.status, code: answer.errorCode } : { reason: 'silent' }),
      };
      if (answer.kind === 'answered' && answer.status === 401) {
        rooms.log.error(
          "Teams' connector refuses the bot's token: check MicrosoftAppId, MicrosoftAppTenantId and the credential.",
          about,
        );
      } else rooms.log.warn("Teams' connector did not take a message.", about);
    }
    return delivery;
  }

  return {
    async send(message) {
      const operation = message.activityId === undefined ? 'post' : 'update';
      const startedAt = now();
      const done = (delivery: Delivery): Delivery => {
        const outcome = delivery.kind === 'final' ? delivery.reason : delivery.kind;
        rooms.metrics.sends.inc({ operation, outcome });
        rooms.metrics.sendSeconds.observe({ operation }, (now() - startedAt) / 1000);
        return delivery;
      };
      // A reference may have been in the store for months, and a store can be tampered with: the bot's token goes to Microsoft only.
      if (!rooms.isServiceUrl(message.to.serviceUrl)) {
        rooms.log.error('A message was not sent: its conversation reference names a host that is not a Teams connector.', {
          operation,
        });
        return done({ kind: 'final', reason: 'refused' });
      }
      const lane = laneOf(message.to.conversationId);
      const deadline = startedAt + (message.withinMs ?? defaultWithinMs);
      const mine = lane.last.then(() => attempt(message, lane, deadline));
      lane.last = mine.then(nothing, nothing);
      return done(await mine);
    },
  };
}

/** One conversation: what was said there lately, and the end of its queue. */
interface Lane {
  readonly pace: Pace;
  last: Promise<void>;
}

const nothing = (): void => undefined;
const sleep = (ms: number): Promise<void> => (ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms)));
