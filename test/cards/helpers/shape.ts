/**
 * The part of Adaptive Cards 1.5 we use, strictly: the stock parser ignores misspelt property names, this doesn't.
 * @see https://adaptivecards.io/explorer/
 */
import { z } from 'zod';
import { verbs } from '../../../cards/verbs.ts';

const spacing = z.enum(['None', 'Small', 'Default', 'Medium', 'Large']);
const size = z.enum(['Small', 'Default', 'Medium', 'Large']);
const weight = z.enum(['Default', 'Bolder']);
const fontType = z.enum(['Default', 'Monospace']);
const element = { id: z.string().optional(), isVisible: z.boolean().optional(), spacing: spacing.optional(), separator: z.boolean().optional() };
const text = z.string().min(1);

const textBlock = z.strictObject({
  ...element,
  type: z.literal('TextBlock'),
  text,
  wrap: z.boolean().optional(),
  size: size.optional(),
  weight: weight.optional(),
  isSubtle: z.boolean().optional(),
  color: z.enum(['Default', 'Accent']).optional(),
  style: z.enum(['default', 'heading']).optional(),
  horizontalAlignment: z.enum(['Left', 'Center', 'Right']).optional(),
});
const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text,
  size: size.optional(),
  weight: weight.optional(),
  isSubtle: z.boolean().optional(),
  fontType: fontType.optional(),
});
const richTextBlock = z.strictObject({ ...element, type: z.literal('RichTextBlock'), inlines: z.array(textRun).min(1) });
const label = { label: text, isRequired: z.boolean(), errorMessage: text };
const inputText = z.strictObject({
  ...element,
  ...label,
  type: z.literal('Input.Text'),
  id: text,
  placeholder: text,
  isMultiline: z.boolean(),
  maxLength: z.number().int().positive(),
});
const inputChoiceSet = z.strictObject({
  ...element,
  ...label,
  type: z.literal('Input.ChoiceSet'),
  id: text,
  style: z.literal('expanded'),
  wrap: z.literal(true),
  choices: z.array(z.strictObject({ title: text, value: text })).min(2).max(12),
});

/** THREATS R6: a button carries a verb and opaque ids, nothing that could decide anything. */
const execute = z.strictObject({
  type: z.literal('Action.Execute'),
  title: text.max(40),
  verb: z.enum(Object.values(verbs) as [string, ...string[]]),
  style: z.enum(['default', 'positive']),
  associatedInputs: z.enum(['auto', 'none']),
  data: z.strictObject({ caseId: z.string().regex(/^[\w-]{1,64}$/).optional(), topic: z.string().regex(/^[\w-]{1,64}$/).optional() }),
});
const toggle = z.strictObject({
  type: z.literal('Action.ToggleVisibility'),
  title: text.max(40),
  targetElements: z.array(z.union([text, z.strictObject({ elementId: text, isVisible: z.boolean() })])).min(1),
});
const openUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), title: text.max(40), url: z.url({ protocol: /^https$/ }) });
const action = z.discriminatedUnion('type', [execute, toggle, openUrl]);
const actionSet = z.strictObject({ ...element, type: z.literal('ActionSet'), actions: z.array(action).min(1).max(6) });

const items: z.ZodType = z.lazy(() => z.array(item).min(1));

const container = z.strictObject({
  ...element,
  type: z.literal('Container'),
  style: z.enum(['default', 'emphasis', 'good', 'accent', 'warning']).optional(),
  bleed: z.boolean().optional(),
  items,
});
const columnSet = z.strictObject({
  ...element,
  type: z.literal('ColumnSet'),
  columns: z
    .array(z.strictObject({ ...element, type: z.literal('Column'), width: z.string().regex(/^(stretch|auto|\d+px)$/), items }))
    .min(1),
});
const item = z.discriminatedUnion('type', [textBlock, richTextBlock, inputText, inputChoiceSet, actionSet, container, columnSet]);

export const cardShape = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  fallbackText: text,
  body: z.array(item).min(1),
  actions: z.array(action).min(1).max(6).optional(),
});
