import templating from 'adaptivecards-templating';
import type { CardJson } from '../bot/cases/ports.ts';
import type { Frame } from './frame.ts';
import { plain } from './text/plain.ts';

/** A card, and the sentence a notification and a screen reader say for it. */
export interface Shown {
  readonly card: CardJson;
  readonly summary: string;
}

/** Joins a template with the plain data of its view. What surrounds every card is added here and nowhere else. */
export type Face<View> = (view: View, summary: string, frame: Frame) => Shown;

/**
 * Prepares a template once. Data values are set in as they are and never evaluated again, so `${…}` in a person's text
 * stays text; a name the view does not give would be drawn as `${name}`, which a test looks for.
 */
export function face<View extends object>(template: object): Face<View> {
  const prepared = new templating.Template(template);
  return (view, summary, frame) => {
    const drawn = prepared.expand({ $root: view }) as { body: readonly object[]; actions?: readonly object[] };
    return {
      summary: plain(summary, 240),
      card: {
        type: 'AdaptiveCard',
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        version: '1.5',
        fallbackText: plain(summary, 240),
        body: [...banner(frame), ...drawn.body],
        ...(drawn.actions && drawn.actions.length > 0 ? { actions: drawn.actions } : {}),
      },
    };
  };
}

/** Read by everyone on every card outside a real tenant: what follows is not about a real person or laptop. Our own setting. */
function banner(frame: Frame): readonly object[] {
  const text = plain(frame.banner ?? '', 120);
  if (text === '') return [];
  return [
    {
      type: 'Container',
      id: 'banner',
      style: 'warning',
      bleed: true,
      items: [{ type: 'TextBlock', text, size: 'Small', weight: 'Bolder', wrap: true }],
    },
  ];
}
