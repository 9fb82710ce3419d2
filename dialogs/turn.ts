/**
 * One thing said to the bot, after the front door has done its work: it is truly Teams, it is our tenant, and the person
 * is a member of our directory. Everything the client wrote (text, names, card data, file names) is still untrusted.
 */
import type { CardJson, Person } from './rooms.ts';

export interface Turn {
  readonly activityId: string;
  /** When it reached us, ISO in UTC. */
  readonly receivedAt: string;
  readonly person: Person;
  readonly place: Place;
  readonly said: Said;
}

export interface Place {
  readonly kind: 'personal' | 'channel' | 'group';
  /** Our own id of the stored conversation. */
  readonly conversationId: string;
  /** True in the configured triage channel: whoever writes there is a helpdesk agent. */
  readonly isTriage: boolean;
}

export interface AttachedFile {
  readonly name: string;
  readonly contentType: string;
  /** Fetches it from Teams within a deadline; at most 1 MiB. */
  fetch(): Promise<{ kind: 'bytes'; bytes: Uint8Array } | { kind: 'too-large' | 'unreachable' | 'refused' }>;
}

export type Said =
  /** Mention of the bot removed, HTML undone, line breaks kept. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'files'; readonly text: string; readonly files: readonly AttachedFile[] }
  | { readonly kind: 'pictures'; readonly text: string; readonly count: number }
  /** A card button. `cardActivityId` is the message it was on, as the client says. */
  | {
      readonly kind: 'action';
      readonly verb: string;
      readonly data: Readonly<Record<string, unknown>>;
      readonly cardActivityId?: string;
    }
  | { readonly kind: 'edited' }
  | { readonly kind: 'reaction' }
  /** The bot was installed for this person, or added to this channel or group. */
  | { readonly kind: 'installed' };

/** What goes back in the same turn. What must not be lost goes through the outbox instead. */
export type Reply =
  | { readonly kind: 'card'; readonly card: CardJson; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Only as the answer to an action: takes the place of the clicked card. */
  | { readonly kind: 'replace'; readonly card: CardJson }
  /** Only as the answer to an action: one line under the card. */
  | { readonly kind: 'notice'; readonly text: string };

/** The conversation as a whole; never throws for anything a person can do. */
export type Conversation = (turn: Turn) => Promise<readonly Reply[]>;
