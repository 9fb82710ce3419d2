import type { CardJson } from '../cases/ports.ts';

/** Teams takes about 28 KB a card; the rest is for what it wraps around it. */
const maxCardBytes = 25 * 1024;

export const cardAttachment = (card: CardJson): Record<string, unknown> => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: card,
});

/** A card alone; `summary` is what a notification and a screen reader say first. */
export const cardMessage = (card: CardJson, summary: string): Record<string, unknown> => ({
  type: 'message',
  summary: clean(summary).slice(0, 250),
  attachments: [cardAttachment(card)],
});

export const isTooLarge = (activity: Readonly<Record<string, unknown>>): boolean =>
  Buffer.byteLength(JSON.stringify(activity)) > maxCardBytes;

/** A plain text. */
export const textMessage = (text: string): Record<string, unknown> => ({
  type: 'message',
  textFormat: 'plain',
  text: defused(text).slice(0, 8000),
});

/** Controls, and the marks that turn the direction of writing around, so that a text cannot look like another. */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const clean = (text: string): string => text.replace(unseen, '');

/**
 * A text that stays text. `textFormat: plain` should be enough, but not every client heeds it: some draw HTML and Markdown
 * from it and load its pictures. A zero-width space behind `<` and inside `](` is not seen and ends both.
 */
const defused = (text: string): string =>
  clean(text)
    .replace(/<(?=[a-z/!])/gi, '<\u200b')
    .replace(/\](?=\()/g, ']\u200b');
