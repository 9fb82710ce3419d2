import { randomUUID } from 'node:crypto';

/** A refusal of the token endpoint: an OAuth error with Entra's number inside. */
export class OAuthError extends Error {
  readonly status: number;
  readonly error: string;
  readonly number: number;

  constructor(status: number, error: string, number: number, message: string) {
    super(message);
    this.status = status;
    this.error = error;
    this.number = number;
  }
}

export function oauthErrorBody(error: OAuthError, origin: string, now: Date): object {
  const traceId = randomUUID();
  const correlationId = randomUUID();
  const timestamp = now.toISOString().slice(0, 19).replace('T', ' ') + 'Z';
  return {
    error: error.error,
    error_description: `AADSTS${error.number}: ${error.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [error.number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `${origin}/error?code=${error.number}`,
  };
}
