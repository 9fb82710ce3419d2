import type { CardJson, Conversation, ConversationStore, Delivery, Messenger, Post, PostStore } from '../../bot/cases/ports.ts';

export interface Message {
  readonly conversationId: string;
  readonly activityId: string;
  readonly versions: { readonly card: CardJson; readonly summary: string }[];
}

/** A chat service with its memory of where cards stand; it says what was posted and what was updated. */
export interface FakeChat {
  readonly conversations: ConversationStore;
  readonly posts: PostStore;
  readonly messenger: Messenger;
  readonly messages: readonly Message[];
  /** The next deliveries come out so, in this order. */
  readonly misbehave: (...next: Delivery[]) => void;
  readonly meet: (conversation: Conversation) => void;
  readonly unreachable: () => readonly string[];
}

export function fakeChat(): FakeChat {
  const known = new Map<string, Conversation>();
  const messages: Message[] = [];
  const posts: Post[] = [];
  const planned: Delivery[] = [];
  const newest = (match: (post: Post) => boolean): Post | undefined => posts.findLast(match);
  return {
    messages,
    misbehave: (...next) => void planned.push(...next),
    meet: (conversation) => void known.set(conversation.id, conversation),
    unreachable: () => [...known.values()].filter((c) => !c.reachable).map((c) => c.id),
    conversations: {
      personalOf: async (aadObjectId) => [...known.values()].find((c) => c.kind === 'personal' && c.aadObjectId === aadObjectId),
      triageChannel: async () => known.get('triage'),
      async markUnreachable(id) {
        const met = known.get(id);
        if (met) known.set(id, { ...met, reachable: false });
      },
    },
    posts: {
      find: async (caseId, surface) => newest((post) => post.caseId === caseId && post.surface === surface),
      findByActivity: async (conversationId, activityId) => newest((post) => post.conversationId === conversationId && post.activityId === activityId),
      async save(post) {
        const at = posts.findIndex((old) => old.conversationId === post.conversationId && old.activityId === post.activityId);
        if (at >= 0) posts[at] = post;
        else posts.push(post);
      },
    },
    messenger: {
      async post(conversationId, card, summary) {
        const answer = planned.shift();
        if (answer && answer.kind !== 'delivered') return answer;
        const activityId = `message-${messages.length + 1}`;
        messages.push({ conversationId, activityId, versions: [{ card, summary }] });
        return { kind: 'delivered', activityId };
      },
      async update(conversationId, activityId, card, summary) {
        const answer = planned.shift();
        if (answer && answer.kind !== 'delivered') return answer;
        const message = messages.find((sent) => sent.conversationId === conversationId && sent.activityId === activityId);
        if (!message) return { kind: 'final', reason: 'message-gone' };
        message.versions.push({ card, summary });
        return { kind: 'delivered', activityId };
      },
    },
  };
}
