import type { PrtAttempt } from '../capture.ts';
import { codeOf, lastSpecificCode, type KnownCode } from './known-codes.ts';
import { moment } from './moments.ts';

/** One attempt to get or renew the token, with the innermost thing it says. */
export interface ReadAttempt {
  readonly at?: number;
  /** AADSTS number of the server, already past any wrapper. */
  readonly server?: KnownCode;
  /** Why the request did not reach the server, or what stood in between. */
  readonly transport?: KnownCode;
  /** NTSTATUS of the client: a wrapper for any refusal, read last. */
  readonly status?: KnownCode;
  readonly reachedServer: boolean;
  readonly correlationId?: string;
}

/**
 * Innermost first: server AADSTS, then HTTP and WinHTTP, then the NTSTATUS around them.
 * @see https://learn.microsoft.com/entra/identity/devices/troubleshoot-primary-refresh-token
 */
export function readAttempt(attempt: PrtAttempt): ReadAttempt {
  const server = lastSpecificCode(`${attempt.serverErrorCode ?? ''} ${attempt.serverErrorDescription ?? ''}`);
  return {
    at: moment(attempt.at),
    server,
    transport: transportOf(attempt),
    status: codeOf(attempt.attemptStatus),
    reachedServer: server !== undefined || attempt.httpStatus === 400 || attempt.httpStatus === 401,
    correlationId: attempt.correlationId,
  };
}

function transportOf({ httpError, httpStatus }: PrtAttempt): KnownCode | undefined {
  if (httpError && !/^(0x)?0*$/i.test(httpError.trim())) {
    const number = /^0x/i.test(httpError.trim()) ? Number.parseInt(httpError, 16) : Number.parseInt(httpError, 10);
    const winHttp = number >= 12_000 && number < 13_000 ? number : (number & 0xffff0000) >>> 0 === 0x80070000 ? number & 0xffff : undefined;
    return codeOf(httpError) ?? (winHttp ? codeOf(`WINHTTP${winHttp}`) : undefined) ?? { code: httpError.trim(), cause: 'no-prt-network', also: [], strength: 'weak' };
  }
  if (httpStatus === 407) return { code: 'HTTP 407', cause: 'no-prt-network', also: [], strength: 'strong', meaning: 'The proxy asked for a sign-in' };
  if (httpStatus !== undefined && httpStatus >= 500) return { code: `HTTP ${httpStatus}`, cause: 'escalate', also: [], strength: 'weak', meaning: 'The sign-in service answered with an error of its own' };
  return undefined;
}
