import type { Delivery } from '../cases/ports.ts';
import type { ConnectorAnswer } from './connector.ts';

/**
 * What an answer of the connector means. `again`: worth another try soon, and safe: either it surely did not arrive, or (for
 * `isUnclear`) it may have.
 */
export type Outcome = Delivery | { readonly kind: 'again'; readonly retryAfterMs?: number; readonly isUnclear: boolean };

type FinalReason = Extract<Delivery, { kind: 'final' }>['reason'];

/**
 * Teams' words for why a reference will not do any more.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
 */
const finalCodes: Readonly<Record<string, FinalReason>> = {
  MessageWritesBlocked: 'blocked',
  ConversationBlockedByUser: 'blocked',
  BotNotInConversationRoster: 'not-in-roster',
  BotDisabledByAdmin: 'removed',
  BotNotRegistered: 'removed',
  ConversationNotFound: 'removed',
  ActivityNotFoundInConversation: 'message-gone',
  NotEnoughPermissions: 'refused',
  InvalidBotApiHost: 'refused',
  MessageSizeTooBig: 'refused',
};

export function outcomeOf(answer: ConnectorAnswer, operation: 'post' | 'update'): Outcome {
  if (answer.kind === 'silent') return { kind: 'later' };
  const { status, retryAfterMs, errorCode } = answer;
  if (status >= 200 && status < 300) return { kind: 'delivered', activityId: answer.activityId ?? '' };
  const named = errorCode === undefined ? undefined : finalCodes[errorCode];
  switch (status) {
    case 412: // Teams asks for another try: two operations met.
    case 429:
      return { kind: 'again', isUnclear: false, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
    case 502:
    case 504:
      return { kind: 'again', isUnclear: operation === 'post', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
    case 403:
      return { kind: 'final', reason: named ?? 'not-in-roster' };
    case 404:
      return { kind: 'final', reason: named ?? (operation === 'update' ? 'message-gone' : 'removed') };
    case 400:
    case 413:
      return { kind: 'final', reason: named ?? 'refused' };
    default:
      // 401: our token or registration, an operator's matter; 5xx: theirs. Neither says anything about this reference.
      return { kind: 'later', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
}
