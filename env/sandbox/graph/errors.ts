import type { Family } from './rules/type-rule.ts';

/** An error that Graph answers with; `code` is what a client may decide on, the message is for people. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;
  /** Goes into `innerError.code`, where some services repeat the status. */
  readonly innerCode: string | undefined;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}, innerCode?: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.innerCode = innerCode;
  }
}

/** The body every service wraps its errors in. */
export function errorBody(error: GraphError, requestId: string, clientRequestId: string, now: Date): object {
  return {
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        ...(error.innerCode === undefined ? {} : { code: error.innerCode, status: error.innerCode, message: error.message }),
        date: now.toISOString().slice(0, 19),
        'request-id': requestId,
        'client-request-id': clientRequestId,
      },
    },
  };
}

const notFoundCodes: Record<Family, string> = {
  directory: 'Request_ResourceNotFound',
  reports: 'ResourceNotFound',
  conditionalAccess: 'ResourceNotFound',
  intune: 'ResourceNotFound',
  authentication: 'itemNotFound',
};

const forbiddenCodes: Record<Family, string> = {
  directory: 'Authorization_RequestDenied',
  reports: 'Authentication_MSGraphPermissionMissing',
  conditionalAccess: 'AccessDenied',
  intune: 'Forbidden',
  authentication: 'accessDenied',
};

const badRequestCodes: Record<Family, string> = {
  directory: 'Request_BadRequest',
  reports: 'BadRequest',
  conditionalAccess: 'BadRequest',
  intune: 'BadRequest',
  authentication: 'badRequest',
};

export const notFound = (family: Family, what: string): GraphError =>
  new GraphError(
    404,
    notFoundCodes[family],
    `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`,
  );

export function forbidden(family: Family, detail?: string): GraphError {
  const message =
    detail ??
    (family === 'directory'
      ? 'Insufficient privileges to complete the operation.'
      : family === 'authentication'
        ? 'Request Authorization failed'
        : 'You cannot perform the requested operation, required scopes are missing in the token.');
  return new GraphError(403, forbiddenCodes[family], message);
}

export const badRequest = (family: Family, message: string): GraphError => new GraphError(400, badRequestCodes[family], message);

export const unsupportedQuery = (message: string): GraphError => new GraphError(400, 'Request_UnsupportedQuery', message);

/** The one error the sandbox throttles with; without `retryAfterSeconds` the header stays away, as some services do. */
export const throttled = (retryAfterSeconds?: number): GraphError =>
  new GraphError(
    429,
    'TooManyRequests',
    'Please retry again later.',
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
    '429',
  );
