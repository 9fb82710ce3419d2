import { z } from 'zod';
import type { CardJson, ConversationStore, Delivery, Messenger, ReferenceStore } from '../cases/ports.ts';
import type { Log } from '../log.ts';
import { cardMessage, isTooLarge } from './outgoing.ts';
import type { Outbound } from './outbound.ts';

/** What is needed of a stored reference; the rest of it is for whoever reads the store. */
const referenceShape = z.looseObject({ serviceUrl: z.string(), conversation: z.looseObject({ id: z.string().min(1) }) });

/**
 * Speaks first: to a stored conversation, without anyone having asked. A card is always sent alone, because a message with a
 * text beside its card is not answered with an id everywhere, and without an id it could never be updated.
 */
export function openMessenger(rooms: {
  readonly references: Pick<ReferenceStore, 'referenceOf'>;
  readonly conversations: Pick<ConversationStore, 'markUnreachable'>;
  readonly outbound: Outbound;
  readonly log: Log;
}): Messenger {
  const send = async (
    conversationId: string,
    activityId: string | undefined,
    card: CardJson,
    summary: string,
  ): Promise<Delivery> => {
    const log = rooms.log.child({ conversation: conversationId });
    const activity = cardMessage(card, summary);
    if (isTooLarge(activity)) {
      log.error('A card is larger than 25 KB and was not sent: Teams would refuse it.', { bytes: JSON.stringify(card).length });
      return { kind: 'final', reason: 'refused' };
    }
    const stored = await rooms.references.referenceOf(conversationId);
    const reference = referenceShape.safeParse(stored?.reference);
    if (stored === undefined || !reference.success || reference.data.serviceUrl !== stored.serviceUrl) {
      log.error('A message was not sent: the stored reference of its conversation cannot be used.');
      return { kind: 'final', reason: 'refused' };
    }
    const delivery = await rooms.outbound.send({
      to: { serviceUrl: stored.serviceUrl, conversationId: reference.data.conversation.id },
      ...(activityId === undefined ? {} : { activityId }),
      activity,
    });
    if (delivery.kind === 'final' && endsTheConversation.has(delivery.reason)) {
      await rooms.conversations.markUnreachable(conversationId, delivery.reason);
    }
    return delivery;
  };
  return {
    post: (conversationId, card, summary) => send(conversationId, undefined, card, summary),
    update: (conversationId, activityId, card, summary) => send(conversationId, activityId, card, summary),
  };
}

/** A message that is gone, or one that was refused for itself, says nothing about the conversation. */
const endsTheConversation: ReadonlySet<string> = new Set(['blocked', 'not-in-roster', 'removed']);
