import type { Actor, CaptureVerdict, Diagnosis } from '../diagnosis/diagnosis.ts';

/**
 * One person's trouble with one laptop, from the first message to the closing.
 * Moments are ISO 8601 in UTC. The object is what the store keeps and what every card is drawn from.
 */
export interface Case {
  /** Opaque; the only case id that travels in a card. */
  readonly id: string;
  /** What people say to each other: "case 1042". */
  readonly number: number;
  readonly tenantId: string;
  readonly reporter: Person;
  /** The agent who opened it for the reporter; absent when the reporter did. */
  readonly openedBy?: Person;
  readonly state: CaseState;
  /** Goes up with every change; a change names the version it saw. */
  readonly version: number;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly closedAt?: string;
  readonly closing?: Closing;
  /** What the reporter said first, at most 300 characters, shown as written (never as markup). */
  readonly words: string;
  readonly device: CaseDevice;
  readonly progress: Progress;
  /** What we wait for from the reporter, and why. */
  readonly asking?: Asking;
  /** Who has the case now. */
  readonly holder: Holder;
  readonly diagnosis?: Diagnosis;
  /** How many captures are kept for it. */
  readonly captureCount: number;
  /** Goes up when the reporter's card should appear anew at the end of the chat instead of being updated above. */
  readonly anchor: number;
  /** Since when the reporter's chat cannot be written to; absent while it can. */
  readonly reporterUnreachableSince?: string;
}

/** `gathering`: the world is being read. `collecting`: something is needed from the reporter. `diagnosed`: a verdict stands. */
export type CaseState = 'gathering' | 'collecting' | 'diagnosed' | 'closed';

export interface Person {
  /** Entra object id. */
  readonly aadObjectId: string;
  /** As Entra prints it when known, else as Teams does: untrusted text. */
  readonly name: string;
  readonly userPrincipalName?: string;
}

export interface CaseDevice {
  /** Lower-case deviceId (not the object id), once known for sure. */
  readonly deviceId?: string;
  readonly name?: string;
  /** Devices of the person to choose from, when the evidence leaves more than one. */
  readonly choices?: readonly { readonly deviceId: string; readonly name: string; readonly hint: string }[];
}

export type Reading = 'waiting' | 'reading' | 'read' | 'partly' | 'failed';

/** What the reporter sees moving while the world is read. */
export interface Progress {
  readonly directory: Reading;
  readonly signIns: Reading;
  readonly intune: Reading;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  /** Sign-ins reach the log with a delay: when the bot will look again. */
  readonly looksAgainAt?: string;
}

export interface Asking {
  /** `capture`: run A. `elevated-capture`: run B. `which-device`: choose. `rest-of-capture`: a part has come. */
  readonly what: 'capture' | 'elevated-capture' | 'which-device' | 'rest-of-capture';
  /** What was wrong with the last one, in the reporter's words; absent on the first asking. */
  readonly why?: string;
  readonly reasonId?: CaptureVerdict['reasonId'];
  readonly since: string;
  /** How many times it was asked; the cards get more helpful, never more impatient. */
  readonly times: number;
}

export type Holder =
  | { readonly kind: 'bot' }
  | { readonly kind: 'reporter' }
  | { readonly kind: 'helpdesk' }
  | { readonly kind: 'role'; readonly role: Actor };

export interface Closing {
  readonly reason: 'reporter-says-solved' | 'started-over' | 'withdrawn' | 'not-our-member';
  readonly by: 'reporter' | 'helpdesk' | 'bot';
  readonly note?: string;
}

/** Append-only; written in the transaction that changes the case. */
export interface CaseEvent {
  readonly seq: number;
  readonly at: string;
  readonly kind:
    | 'opened'
    | 'said-again'
    | 'gathering-started'
    | 'evidence-read'
    | 'capture-received'
    | 'capture-refused'
    | 'device-chosen'
    | 'asked'
    | 'diagnosed'
    | 'handed'
    | 'closed';
  /** `bot`, or the Entra object id of the person who acted. */
  readonly actor: string;
  /** Small and free of raw captures, tokens and passes. */
  readonly data: Readonly<Record<string, unknown>>;
}
export type NewCaseEvent = Omit<CaseEvent, 'seq' | 'at'>;
