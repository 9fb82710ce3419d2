import { createHash } from 'node:crypto';
import { reporterCard, supersededCard, triageCard } from '../../cards/index.ts';
import type { Frame } from '../../cards/frame.ts';
import type { Case } from '../cases/case.ts';
import type { CardJson, CaseStore, Clock, Conversation, ConversationStore, Delivery, Messenger, Post, PostStore, Surface } from '../cases/ports.ts';
import { noteUnreachable } from '../cases/reporter-unreachable.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { done, type Outcome } from './outcome.ts';

export interface PresentRooms {
  readonly cases: CaseStore;
  readonly posts: PostStore;
  readonly conversations: ConversationStore;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly frame: Frame;
}

/** How long the outside world is given when it does not say. */
const LATER_MS = 15_000;

/**
 * The chore behind a `present` job: draws the case as it is now and compares with the card that is there. Posts once,
 * afterwards updates in place; nothing is sent when nothing changed, so running it again never speaks twice.
 */
export function presentCase(rooms: PresentRooms): (job: { readonly caseId: string; readonly surface: Surface }) => Promise<Outcome> {
  const inTurn = oneAtATime();
  return ({ caseId, surface }) => inTurn(`${surface} ${caseId}`, () => present(rooms, caseId, surface));
}

async function present(rooms: PresentRooms, caseId: string, surface: Surface): Promise<Outcome> {
  const c = await rooms.cases.find(caseId);
  if (!c) return done;
  const conversation = await whereTo(rooms, c, surface);
  if (!conversation?.reachable) return done;
  const drawn = draw(rooms, c, surface);
  const shownHere: Shown = { c, surface, conversation, ...drawn };
  const post = await rooms.posts.find(caseId, surface);
  if (!post || post.conversationId !== conversation.id) return isWorthANewCard(c, surface) ? postNew(rooms, shownHere) : done;
  if (surface === 'reporter' && post.anchor < c.anchor) return postBelow(rooms, shownHere, post);
  if (post.shown === drawn.shown) return done;
  return updateInPlace(rooms, shownHere, post);
}

interface Shown {
  readonly c: Case;
  readonly surface: Surface;
  readonly conversation: Conversation;
  readonly card: CardJson;
  readonly summary: string;
  /** Hash of the card. */
  readonly shown: string;
}

function whereTo(rooms: PresentRooms, c: Case, surface: Surface): Promise<Conversation | undefined> {
  return surface === 'reporter' ? rooms.conversations.personalOf(c.reporter.aadObjectId) : rooms.conversations.triageChannel();
}

function draw(rooms: PresentRooms, c: Case, surface: Surface): Pick<Shown, 'card' | 'summary' | 'shown'> {
  const now = rooms.clock().toISOString();
  const { card, summary } = surface === 'reporter' ? reporterCard(c, rooms.frame, now) : triageCard(c, rooms.frame, now);
  return { card, summary, shown: createHash('sha256').update(JSON.stringify(card)).digest('base64url') };
}

/** Who turned out not to be ours gets no card; an old closed case does not come back because a chat was moved. */
function isWorthANewCard(c: Case, surface: Surface): boolean {
  return c.state !== 'closed' || (c.closing?.reason !== 'not-our-member' && surface === 'reporter');
}

async function postNew(rooms: PresentRooms, s: Shown): Promise<Outcome> {
  const delivery = await rooms.messenger.post(s.conversation.id, s.card, s.summary);
  if (delivery.kind !== 'delivered') return notDelivered(rooms, s, delivery);
  await save(rooms, s, delivery.activityId);
  return done;
}

/** The new card first, then the old one loses its buttons: the person is never without one that works. */
async function postBelow(rooms: PresentRooms, s: Shown, old: Post): Promise<Outcome> {
  const delivery = await rooms.messenger.post(s.conversation.id, s.card, s.summary);
  if (delivery.kind !== 'delivered') return notDelivered(rooms, s, delivery);
  await save(rooms, s, delivery.activityId);
  const stub = supersededCard(s.c, rooms.frame);
  // A failure here is harmless: a click on the old card is recognised as old.
  await rooms.messenger.update(old.conversationId, old.activityId, stub.card, stub.summary);
  return done;
}

async function updateInPlace(rooms: PresentRooms, s: Shown, post: Post): Promise<Outcome> {
  const delivery = await rooms.messenger.update(post.conversationId, post.activityId, s.card, s.summary);
  if (delivery.kind === 'delivered') {
    await rooms.posts.save({ ...post, shown: s.shown });
    return done;
  }
  // Deleted by the person: they get it once more, below.
  if (delivery.kind === 'final' && delivery.reason === 'message-gone') return postNew(rooms, s);
  return notDelivered(rooms, s, delivery);
}

async function save(rooms: PresentRooms, { c, surface, conversation, shown }: Shown, activityId: string): Promise<void> {
  await rooms.posts.save({ caseId: c.id, surface, conversationId: conversation.id, activityId, anchor: c.anchor, shown });
}

async function notDelivered(rooms: PresentRooms, s: Shown, delivery: Exclude<Delivery, { kind: 'delivered' }>): Promise<Outcome> {
  if (delivery.kind === 'later') return { kind: 'later', retryAfterMs: delivery.retryAfterMs ?? LATER_MS };
  if (delivery.reason === 'message-gone') return done;
  // A card refused for what it is says nothing about the chat, which stays reachable for the next one.
  if (delivery.reason !== 'refused') await rooms.conversations.markUnreachable(s.conversation.id, delivery.reason);
  if (s.surface === 'reporter') await noteUnreachable(rooms, s.c.id, delivery.reason);
  return done;
}
