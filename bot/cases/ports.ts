/**
 * What the story of a case needs of the world. `graph`, `store`, `web` and `cards` fulfil these needs; the story names
 * them and knows none of their makers.
 */
import type { GivenCapture, GraphAnswers, GraphUser } from './words.ts';
import type { Case, CaseDevice, CaseEvent, NewCaseEvent, Person } from './case.ts';

// ── time and chance ────────────────────────────────────────────────────────

/** The moment, as an argument. */
export type Clock = () => Date;

// ── Entra and Intune ───────────────────────────────────────────────────────

export type Membership =
  | { readonly kind: 'member'; readonly user: GraphUser }
  | { readonly kind: 'guest' | 'disabled' | 'unknown' }
  /** Graph could not say (outage, missing right): neither yes nor no. */
  | { readonly kind: 'could-not-check' };

export interface Directory {
  /** Who this object id is in our own directory. Cached for a few minutes by the maker; never throws for outside trouble. */
  whoIs(aadObjectId: string): Promise<Membership>;
  /** Exact match by UPN or mail, for an agent opening a case for someone. */
  findUser(nameOrAddress: string): Promise<GraphUser | 'not-found' | 'could-not-check'>;
}

export interface EvidenceReader {
  /**
   * Everything Graph knows of a case, in two sequential round trips and within 20 s. What could not be read is a gap in
   * the answer. Never throws for outside trouble.
   */
  gather(
    subject: {
      userId: string;
      deviceIds?: readonly string[];
      deviceNames?: readonly string[];
      knownObjectIds?: readonly string[];
      user?: GraphUser;
    },
    onProgress?: (step: 'trip-1-done' | 'trip-2-done') => void,
  ): Promise<GraphAnswers>;
}

// ── memory ─────────────────────────────────────────────────────────────────

export interface NewCase {
  readonly tenantId: string;
  readonly reporter: Person;
  readonly openedBy?: Person;
  readonly words: string;
  readonly device: CaseDevice;
}

/** Work to be done after the change is safe, at least once, in the same transaction as the change. */
export type NewJob =
  | { readonly kind: 'gather'; readonly caseId: string; readonly inSeconds?: number }
  /** Draw the case as it is then, on that surface: posts once, afterwards updates in place. */
  | { readonly kind: 'present'; readonly caseId: string; readonly surface: Surface };

export type Surface = 'reporter' | 'triage';

/** What a change does to a case; everything absent stays as it is (`null` removes an optional part). */
export interface Change {
  readonly patch: {
    [K in keyof Omit<Case, 'id' | 'number' | 'tenantId' | 'version' | 'openedAt' | 'updatedAt' | 'captureCount'>]?:
      | Case[K]
      | (undefined extends Case[K] ? null : never);
  };
  readonly events: readonly NewCaseEvent[];
  readonly jobs: readonly NewJob[];
  /** Kept encrypted, deleted after seven days. */
  readonly addCapture?: { readonly text: string; readonly origin: GivenCapture['origin'] };
  /** Replaces the evidence read before; kept encrypted, deleted with the case's raw captures. */
  readonly setEvidence?: GraphAnswers;
}

export interface StoredCapture {
  readonly text: string;
  readonly origin: GivenCapture['origin'];
  readonly receivedAt: string;
}

export interface CaseStore {
  /**
   * Opens a case, or finds the open one of that person for the same device (an unknown device matches any open case).
   * `plan` sees the new case and says what goes with its birth; it is not called when an open case was found.
   */
  openOrFind(input: NewCase, plan: (born: Case) => Pick<Change, 'events' | 'jobs'>): Promise<{ case: Case; created: boolean }>;
  find(caseId: string): Promise<Case | undefined>;
  findByNumber(tenantId: string, number: number): Promise<Case | undefined>;
  /** Open ones first, newest first. */
  casesOf(aadObjectId: string, limit?: number): Promise<readonly Case[]>;
  /** Open cases, newest first, for the channel when it becomes reachable. */
  openCases(limit?: number): Promise<readonly Case[]>;
  /**
   * Reads the case, asks `decide` (pure, may be asked again when another writer was faster), and writes patch, events,
   * capture, evidence and jobs in one transaction on the condition that the version is still the one read.
   * @returns the case after the change, or as it is when `decide` answers `undefined` (nothing to do).
   */
  change(caseId: string, decide: (current: Case) => Change | undefined): Promise<Case | undefined>;
  captures(caseId: string): Promise<readonly StoredCapture[]>;
  evidence(caseId: string): Promise<GraphAnswers | undefined>;
  events(caseId: string): Promise<readonly CaseEvent[]>;
}

// ── speaking first ─────────────────────────────────────────────────────────

/** A stored conversation, by our own opaque id; the reference itself (with its serviceUrl) stays in the store. */
export interface Conversation {
  readonly id: string;
  readonly kind: 'personal' | 'channel' | 'group';
  /** Whose personal chat it is. */
  readonly aadObjectId?: string;
  /** Teams' conversation id; for a channel the channel's. */
  readonly teamsId: string;
  readonly reachable: boolean;
}

export interface ConversationStore {
  personalOf(aadObjectId: string): Promise<Conversation | undefined>;
  /** The configured triage channel, once the bot has met it. */
  triageChannel(): Promise<Conversation | undefined>;
  markUnreachable(conversationId: string, reason: string): Promise<void>;
}

/** Where a case's card is on a surface, so that it is updated and not posted twice. */
export interface Post {
  readonly caseId: string;
  readonly surface: Surface;
  readonly conversationId: string;
  readonly activityId: string;
  /** The case's `anchor` when it was posted. */
  readonly anchor: number;
  /** Hash of what is shown; equal means nothing to send. */
  readonly shown: string;
}

export interface PostStore {
  find(caseId: string, surface: Surface): Promise<Post | undefined>;
  /** Which case a card in a conversation belongs to: a click counts only from the message we sent. */
  findByActivity(conversationId: string, activityId: string): Promise<Post | undefined>;
  save(post: Post): Promise<void>;
}

/** An Adaptive Card, ready to send. */
export type CardJson = { readonly type: 'AdaptiveCard' } & Readonly<Record<string, unknown>>;

export type Delivery =
  | { readonly kind: 'delivered'; readonly activityId: string }
  /** Never again on this reference: blocked by the person, not in the roster, bot removed, message gone. */
  | { readonly kind: 'final'; readonly reason: 'blocked' | 'not-in-roster' | 'removed' | 'message-gone' | 'refused' }
  | { readonly kind: 'later'; readonly retryAfterMs?: number };

export interface Messenger {
  /** Posts a card; `summary` is what a notification and a screen reader say first. */
  post(conversationId: string, card: CardJson, summary: string): Promise<Delivery>;
  update(conversationId: string, activityId: string, card: CardJson, summary: string): Promise<Delivery>;
}

// ── the front door's own memory ────────────────────────────────────────────

export interface ReferenceStore {
  /** Keeps or refreshes where a conversation is reached; the newest reference wins. Makes it reachable again. */
  remember(met: {
    readonly teamsId: string;
    readonly kind: Conversation['kind'];
    readonly aadObjectId?: string;
    readonly tenantId: string;
    readonly serviceUrl: string;
    /** A Bot Framework ConversationReference as plain JSON. */
    readonly reference: unknown;
    readonly isTriage: boolean;
  }): Promise<Conversation>;
  referenceOf(conversationId: string): Promise<{ readonly reference: unknown; readonly serviceUrl: string } | undefined>;
}

/** Teams may deliver one activity twice. `done` is written when the turn has been carried out, never before. */
export interface ActivityLog {
  isDone(key: string): Promise<boolean>;
  markDone(key: string): Promise<void>;
}
