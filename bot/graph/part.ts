import type { GraphGap } from '../diagnosis/graph-answers.ts';

/** Microsoft's own groups of throttling limits; each has a budget in `budgets.ts`. */
export type Service = 'reports' | 'conditional-access' | 'identity' | 'intune-devices' | 'intune-other';

/** One question to Graph. It only ever reads: a POST here is an action that answers and changes nothing. */
export interface Part {
  /** The collector that asks; the only word about the question that reaches a log. */
  readonly name: string;
  readonly version: 'v1.0' | 'beta';
  readonly method?: 'GET' | 'POST';
  /** Begins with `/`, relative to the version, every value encoded. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly service: Service;
  /** Resource units it costs; 1 unless Microsoft says more. */
  readonly units?: number;
  /** The least application permission that answers it. */
  readonly permission: string;
  /** A 404 with Graph's own "no such object" is an answer here, not a failure. */
  readonly mayBeAbsent?: boolean;
  /** How many pages are followed at most; 3 unless said otherwise. */
  readonly maxPages?: number;
}

export type FailureReason = Exclude<GraphGap['reason'], 'incomplete' | 'not-asked'>;

export interface Failure {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  /** Named when it is what is missing. */
  readonly permission?: string;
  /** HTTP status, when there was one. */
  readonly status?: number;
}

/** What came of a question: an answer with its time (ISO, UTC), a proven absence, or a named failure. Never an exception. */
export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T; readonly at: string; /** More pages than we follow. */ readonly incomplete?: boolean }
  | { readonly kind: 'absent'; readonly at: string }
  | Failure;

export type Row = Record<string, unknown>;

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

export const failed = (reason: FailureReason): Failure => ({ kind: 'failed', reason });

/** The same reading of another value; absences and failures pass through. */
export const mapReading = <T, U>(reading: Reading<T>, change: (value: T) => U): Reading<U> =>
  reading.kind === 'read' ? { ...reading, value: change(reading.value) } : reading;
