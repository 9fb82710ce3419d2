import type { CardJson } from '../cases/ports.ts';

/** HTTP status and body of the answer to an invoke. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** @see https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
const cardAction = (type: string, value: unknown): InvokeAnswer => ({ status: 200, body: { statusCode: 200, type, value } });

/** Takes the place of the clicked card, for the person who clicked. */
export const invokeCard = (card: CardJson): InvokeAnswer => cardAction('application/vnd.microsoft.card.adaptive', card);

/** One line under the card. */
export const invokeNotice = (text: string): InvokeAnswer => cardAction('application/vnd.microsoft.activity.message', text);

/** For an invoke the bot does not offer: Bot Framework's 501 would count as our failure. */
export const invokeRefused = (message: string): InvokeAnswer => ({
  status: 400,
  body: { error: { code: 'NotSupported', message } },
});
