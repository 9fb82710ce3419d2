/** The words in which the physician answers. All of it is plain data: it is stored, shown, exported and compared. */
import type { Capture } from './capture.ts';
import type { GraphAnswers } from './graph-answers.ts';

/** Cause ids; the house's vocabulary everywhere (cards, store, exports, the command line). */
export const causeIds = [
  'record-deleted',
  'record-disabled',
  'not-compliant',
  'not-managed',
  'wrong-join-type',
  'hybrid-sync',
  'certificate',
  'new-policy',
  'enrolment-pending',
  'not-device',
  'escalate',
  'no-prt-network',
  'no-prt-credential',
  'clock-skew',
  'tpm',
  'not-joined',
] as const;
export type CauseId = (typeof causeIds)[number];

export type Verdict = CauseId | 'healthy' | 'run-as-system-or-elevated' | 'unclear';

export type Confidence = 'confirmed' | 'very-likely' | 'possible' | 'unknown';

/** Where an observation comes from; shown to people next to the sentence. */
export type Source =
  | 'dsregcmd'
  | 'reported' // answered by the person, not read from an output
  | 'entra-device'
  | 'entra-deleted-devices'
  | 'sign-in-log'
  | 'conditional-access'
  | 'intune'
  | 'audit-log'
  | 'intune-audit-log'
  | 'organization'
  | 'other-cases';

/** T1 beats T5 (see README "How evidence is weighed"). */
export type Tier = 'T0' | 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6';
export type Weight = 'conclusive' | 'strong' | 'weak';

/** One observation and what it says for or against a cause. `text` is one plain sentence for helpdesk and admins. */
export interface Finding {
  /** Stable and kebab-case, e.g. `device-not-found`; the same in every language and version. */
  readonly id: string;
  readonly text: string;
  readonly source: Source;
  readonly tier: Tier;
  readonly weight: Weight;
  /** When it was true, ISO in UTC, where the evidence says so. */
  readonly at?: string;
}

export interface RankedCause {
  readonly cause: CauseId;
  readonly confidence: Confidence;
  readonly for: readonly Finding[];
  readonly against: readonly Finding[];
}

/** Who may take a step. Entra and Intune roles carry Microsoft's names. */
export const actors = [
  'reporter',
  'helpdesk',
  'local-administrator',
  'Cloud Device Administrator',
  'Intune Administrator',
  'Conditional Access Administrator',
  'Authentication Administrator',
  'Hybrid Identity Administrator',
  'Security Administrator',
  'network-team',
] as const;
export type Actor = (typeof actors)[number];

/** One thing to do next, safe for the named actor to do now. */
export interface NextStep {
  readonly who: Actor;
  readonly step: string;
}

/** Something we wanted to know and could not; never a silent "fine". */
export interface Gap {
  /** Stable id: a Graph key (`signIns`), a `key.property` path, or a device fact (`device-auth-status`). */
  readonly id: string;
  readonly text: string;
}

/** Whether the dsregcmd text could be used, and why not (a sentence the reporter understands). */
export interface CaptureVerdict {
  readonly usable: boolean;
  readonly reason: string | null;
  /** Stable reason, for routing: what to ask for again. */
  readonly reasonId?:
    | 'no-capture'
    | 'unreadable'
    | 'system'
    | 'elevated'
    | 'other-account'
    | 'local-account'
    | 'remote-session'
    | 'stale'
    | 'other-device'
    | 'other-tenant'
    | 'partial';
}

/** The second label of a case: it explains how the cause came about and replaces nothing. */
export interface ContextLabel {
  readonly id: 'young-device' | 'policy-changed' | 'compliance-policy-changed' | 'bulk-deletion' | 'cohort';
  readonly text: string;
  readonly at?: string;
}

export interface Diagnosis {
  readonly verdict: Verdict;
  /** For `not-device`: what else refused (`client-broker`, `mfa`, `session-age`, …). */
  readonly subReason?: string;
  readonly confidence: Confidence;
  /** Best first; the runner-up is the second. Empty when nothing speaks for any cause. */
  readonly ranked: readonly RankedCause[];
  /** Every observation made, whether or not it moved a cause. */
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly next: readonly NextStep[];
  readonly capture: CaptureVerdict;
  readonly contexts: readonly ContextLabel[];
  /** The one question whose answer would decide between the first two causes, when that is what is missing. */
  readonly decider?: NextStep;
  /** The device the verdict is about, as far as known. */
  readonly device?: { readonly deviceId?: string; readonly name?: string; readonly joinType?: string };
  /** The failing sign-in and policy the verdict leans on, for the card and the escalation bundle. */
  readonly failure?: {
    readonly at?: string;
    readonly errorCode?: number;
    readonly app?: string;
    readonly correlationId?: string;
    readonly requestId?: string;
    readonly policies: readonly { readonly id?: string; readonly name: string; readonly grant: string }[];
  };
  /** Version of the rules that judged, so that a replay can say when they changed. */
  readonly rules: string;
}

/** What the physician is handed. */
export interface Examination {
  /** Outputs of run A (as the person), newest last, then run B (elevated) — whichever there are. */
  readonly captures: readonly GivenCapture[];
  readonly graph?: GraphAnswers;
  /** ISO, UTC. */
  readonly now: string;
  /** UPN or object id of the person the case is about, when known from elsewhere than Graph. */
  readonly person?: { readonly userPrincipalName?: string; readonly id?: string };
}

export interface GivenCapture {
  readonly capture: Capture;
  /** When the text reached us, ISO; absent when unknown (a file from disk). */
  readonly receivedAt?: string;
  /** `answers` = the plain questions, typed by the person: reported, not measured. */
  readonly origin: 'text' | 'answers';
}
