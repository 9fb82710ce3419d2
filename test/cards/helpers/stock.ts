/** The stock renderer's own parser, in node: what it complains about, and the texts it found. */
import { createRequire } from 'node:module';
import type { CardJson } from '../../../bot/cases/ports.ts';

const AdaptiveCards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

export function complaints(card: CardJson): readonly string[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.parse(card, context);
  const events: string[] = [];
  for (let i = 0; i < context.eventCount; i += 1) events.push(context.getEventAt(i).message);
  const results = parsed.validateProperties();
  for (const { failures } of results.failures ?? []) for (const failure of failures) events.push(failure.message);
  for (const event of results.validationEvents ?? []) events.push(event.message);
  return events;
}

export interface Node {
  readonly type?: string;
  readonly [key: string]: unknown;
}

/** Every object of a card that has a type, depth first. */
export function nodes(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(nodes);
  return 'type' in value ? [value as Node, ...inside] : inside;
}

/** Everything a person can read on a card, one string a sentence or label. */
export function words(card: CardJson): readonly string[] {
  return nodes(card).flatMap((node) =>
    node.type === 'RichTextBlock'
      ? [(node.inlines as readonly { text: string }[]).map(({ text }) => text).join('')]
      : [node.text, node.title, node.label, node.errorMessage, node.placeholder, node.fallbackText, ...choiceTitles(node)].filter(
          (text): text is string => typeof text === 'string' && node.type !== 'TextRun',
        ),
  );
}

function choiceTitles(node: Node): readonly string[] {
  return Array.isArray(node.choices) ? node.choices.map(({ title }: { title: string }) => title) : [];
}
