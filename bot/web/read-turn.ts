import type { Place, Said } from '../../dialogs/turn.ts';
import { asRecord, rootOf, type TeamsActivity } from './activity.ts';
import { attachedFile, fileContentType, type FileRules } from './attached-file.ts';
import { plainText } from './plain-text.ts';

/** What was said, or that this activity is not for us. Only new messages and known invokes can lead to anything. */
export function readSaid(activity: TeamsActivity, rules: FileRules): Said | { readonly kind: 'ignored' } {
  switch (activity.type) {
    case 'message':
      return readMessage(activity, rules);
    case 'invoke':
      return activity.name === 'adaptiveCard/action' ? readExecute(activity) : ignored;
    case 'messageUpdate':
      return { kind: 'edited' };
    case 'messageReaction':
      return { kind: 'reaction' };
    case 'installationUpdate':
      return activity.action === 'add' || activity.action === 'add-upgrade' ? { kind: 'installed' } : ignored;
    case 'conversationUpdate':
      return activity.membersAdded.some((member) => member.id !== undefined && member.id === activity.recipient?.id)
        ? { kind: 'installed' }
        : ignored;
    default:
      return ignored;
  }
}

const ignored = { kind: 'ignored' } as const;

function readMessage(activity: TeamsActivity, rules: FileRules): Said {
  const text = plainText(activity);
  const submitted = asRecord(activity.value);
  if (text === '' && typeof submitted['verb'] === 'string') return action(activity, submitted['verb'], submitted);
  const files = activity.attachments.filter((attachment) => attachment.contentType === fileContentType);
  if (files.length > 0) return { kind: 'files', text, files: files.map((file) => attachedFile(file, rules)) };
  const count = activity.attachments.filter((attachment) => attachment.contentType.startsWith('image/')).length;
  return count > 0 ? { kind: 'pictures', text, count } : { kind: 'text', text };
}

function readExecute(activity: TeamsActivity): Said | { readonly kind: 'ignored' } {
  const { action: pressed, trigger } = asRecord(activity.value);
  const { verb, data } = asRecord(pressed);
  // Teams may run a card's refresh by itself, for anybody who looks at it: that is nobody's decision.
  if (typeof verb !== 'string' || verb.length > 100 || trigger === 'automatic') return ignored;
  return action(activity, verb, asRecord(data));
}

function action(activity: TeamsActivity, verb: string, given: Readonly<Record<string, unknown>>): Said {
  const { verb: _verb, msteams: _msteams, ...data } = given;
  return { kind: 'action', verb, data, ...(activity.replyToId ? { cardActivityId: activity.replyToId } : {}) };
}

/** Only `personal` is taken at its word for being private; a chat that does not say what it is counts as shared. */
export function placeKind(activity: TeamsActivity): Place['kind'] {
  switch (activity.conversation.conversationType) {
    case 'personal':
      return 'personal';
    case 'channel':
      return 'channel';
    default:
      return 'group';
  }
}

/** Where the conversation is reached later, as a Bot Framework ConversationReference without anybody's name. */
export function referenceOf(activity: TeamsActivity): {
  readonly teamsId: string;
  readonly reference: Readonly<Record<string, unknown>>;
} {
  const teamsId = placeKind(activity) === 'channel' ? rootOf(activity.conversation.id) : activity.conversation.id;
  const { conversationType, tenantId, isGroup } = activity.conversation;
  return {
    teamsId,
    reference: {
      channelId: 'msteams',
      serviceUrl: activity.serviceUrl,
      bot: { id: activity.recipient?.id },
      user: { id: activity.from?.id, aadObjectId: activity.from?.aadObjectId },
      conversation: { id: teamsId, conversationType, tenantId, isGroup },
    },
  };
}
