/**
 * adaptivecards-templating's own types import TypeScript *sources* of the renderer, which our stricter settings refuse.
 * tsconfig.json sends that one import here; a card is plain JSON to us (see draw.ts).
 */
export type IAdaptiveCard = Record<string, unknown>;
