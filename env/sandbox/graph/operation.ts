import type { Contoso } from '../contoso/contoso.ts';
import type { Caller } from './caller.ts';
import type { Service } from './rules/limits.ts';
import type { Family } from './rules/type-rule.ts';

export type Version = 'v1.0' | 'beta';

/** What the tenant has paid for: without P1 the sign-in log stays shut and logs are kept for a week. */
export type Licence = 'free' | 'P1';

/** One request as an operation sees it: who asks, for what, and when. */
export interface Call {
  readonly contoso: Contoso;
  readonly now: Date;
  readonly caller: Caller;
  readonly version: Version;
  readonly method: string;
  /** Without the version, e.g. `/users/{id}`, decoded. */
  readonly path: string;
  /** The path's variables, in order. */
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** `https://host:port`, for links in answers. */
  readonly origin: string;
  /** Minutes until an event is in the logs. */
  readonly logDelayMinutes: number;
  /** Permissions a test has taken away, whatever the token says. */
  readonly removedPermissions: ReadonlySet<string>;
  readonly licence: Licence;
  /** Whether the next collection starts with an empty page (a fault, for tests). */
  readonly emptyFirstPage: boolean;
}

/** A whole answer; most operations return a plain body instead and get 200. */
export class Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;

  constructor(status: number, body?: unknown, headers: Record<string, string> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** One call of Graph. `id` is method and path as Microsoft writes them, and the key of its row in the permission table. */
export interface Operation {
  readonly id: string;
  readonly versions: readonly Version[];
  readonly service: Service;
  readonly family: Family;
  /** A POST that changes nothing (an action that reads). */
  readonly answersReads: boolean;
  answer(call: Call): unknown;
}

const both: readonly Version[] = ['v1.0', 'beta'];

/** Declares a call that exists in v1.0 and beta alike. */
export const operation = (id: string, service: Service, family: Family, answer: (call: Call) => unknown): Operation => ({
  id,
  versions: both,
  service,
  family,
  answersReads: true,
  answer,
});

/** Declares a call that only beta has. */
export const betaOperation = (...args: Parameters<typeof operation>): Operation => ({
  ...operation(...args),
  versions: ['beta'],
});
