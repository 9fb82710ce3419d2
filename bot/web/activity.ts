import { z } from 'zod';

/**
 * The parts of a Teams activity the bot looks at, in Bot Framework's own names. Whatever does not fit is dropped rather than
 * refused: clients write much of it, and a strange attachment must not keep a message from being read.
 * @see https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
 */
const text = z.string().optional().catch(undefined);
const account = z.looseObject({ id: text, name: text, aadObjectId: text, role: text }).optional().catch(undefined);
const record = z.record(z.string(), z.unknown());

const attachmentShape = z.looseObject({ contentType: z.string().catch(''), name: text, content: z.unknown().optional() });
const entityShape = z.looseObject({ type: text, text, mentioned: account });
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((list) => list.slice(0, 50).flatMap((one) => item.safeParse(one).data ?? []) as z.infer<T>[]);

export const activityShape = z.looseObject({
  type: z.string(),
  id: text,
  name: text,
  serviceUrl: z.string(),
  replyToId: text,
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1).max(1000),
    conversationType: text,
    tenantId: text,
    isGroup: z.boolean().optional().catch(undefined),
  }),
  channelData: z
    .looseObject({ tenant: z.looseObject({ id: text }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  text,
  textFormat: text,
  action: text,
  value: z.unknown().optional(),
  attachments: listOf(attachmentShape),
  entities: listOf(entityShape),
  membersAdded: listOf(z.looseObject({ id: text })),
});

export type TeamsActivity = z.infer<typeof activityShape>;
export type TeamsAttachment = z.infer<typeof attachmentShape>;

/** The activity, or `undefined` when there is nothing to go by (no conversation). */
export const readActivity = (body: unknown): TeamsActivity | undefined => activityShape.safeParse(body).data;

/** A plain object, whatever it holds; anything else is empty. */
export const asRecord = (value: unknown): Readonly<Record<string, unknown>> => record.safeParse(value).data ?? {};

/** Teams' id of where to post: for a thread in a channel, the channel. */
export const rootOf = (conversationId: string): string => conversationId.split(';', 1)[0] ?? conversationId;
