import type { Reply } from '../../dialogs/turn.ts';
import { invokeCard, invokeNotice, type InvokeAnswer } from './answer-invoke.ts';
import { cardMessage, textMessage } from './outgoing.ts';

/** What goes out: the answer to a click, if one is waited for, and messages in their order. */
export interface ReplyPlan {
  readonly answer?: InvokeAnswer;
  readonly messages: readonly { readonly activityId?: string; readonly activity: Readonly<Record<string, unknown>> }[];
}

/**
 * Of a click's replies the first `replace` or `notice` is the answer. When nobody waits for an answer any more, or the click
 * came as a message, the clicked card is replaced by an update and the notice is a message.
 */
export function planReplies(
  replies: readonly Reply[],
  way: { readonly isAnswerAwaited: boolean; readonly clickedActivityId?: string },
): ReplyPlan {
  const answering = way.isAnswerAwaited
    ? replies.find((reply) => reply.kind === 'replace' || reply.kind === 'notice')
    : undefined;
  const messages = replies
    .filter((reply) => reply !== answering)
    .map((reply) => {
      switch (reply.kind) {
        case 'card':
          return { activity: cardMessage(reply.card, reply.summary) };
        case 'replace':
          return {
            activity: cardMessage(reply.card, ''),
            ...(way.clickedActivityId === undefined ? {} : { activityId: way.clickedActivityId }),
          };
        case 'text':
        case 'notice':
          return { activity: textMessage(reply.text) };
      }
    });
  if (!way.isAnswerAwaited) return { messages };
  switch (answering?.kind) {
    case 'replace':
      return { answer: invokeCard(answering.card), messages };
    case 'notice':
      return { answer: invokeNotice(answering.text), messages };
    default:
      // Something has to be said, or the client shows an error.
      return { answer: invokeNotice('Got it.'), messages };
  }
}
