import { GraphError, throttled } from '../graph/errors.ts';
import type { FaultKind } from './faults.ts';

/** What a proxy in the way shows instead of Graph's answer. */
export const proxyPage =
  '<!DOCTYPE html><html><head><title>Web Gateway</title></head><body><h1>Notification: Gateway error</h1>' +
  '<p>The page cannot be displayed. Contact your network administrator.</p></body></html>';

/** How many seconds a made-up 429 asks to wait. */
const retryAfterSeconds = 2;

/** The error that a fault stands for, worded by the service of that path. */
export function faultError(kind: FaultKind, path: string): GraphError | undefined {
  switch (kind) {
    case 'status-429':
      return throttled(retryAfterSeconds);
    case 'status-429-no-retry-after':
      return throttled();
    case 'status-503':
      return new GraphError(503, 'serviceNotAvailable', 'The service is temporarily unavailable.');
    case '504-after':
      return new GraphError(504, 'UnknownError', 'The upstream service did not answer in time.');
    case 'status-403':
      return new GraphError(403, codeFor(path, 403), 'Insufficient privileges to complete the operation.');
    case 'status-404':
      return new GraphError(404, codeFor(path, 404), 'The requested resource does not exist.');
    case 'hang':
    case 'truncated':
    case 'html':
    case 'delay':
    case 'empty-page':
    case 'never-dates':
    case 'null-trust-type':
    case 'unknown-enum':
      return undefined;
  }
}

function codeFor(path: string, status: 403 | 404): string {
  if (/\/auditLogs\//i.test(path)) return status === 403 ? 'Authentication_MSGraphPermissionMissing' : 'ResourceNotFound';
  if (/\/identity\/conditionalAccess/i.test(path)) return status === 403 ? 'AccessDenied' : 'ResourceNotFound';
  if (/\/deviceManagement|managedDevices/i.test(path)) return status === 403 ? 'Forbidden' : 'ResourceNotFound';
  if (/\/authentication\//i.test(path)) return status === 403 ? 'accessDenied' : 'itemNotFound';
  return status === 403 ? 'Authorization_RequestDenied' : 'Request_ResourceNotFound';
}

/** Twists single values of a good answer the way old or odd data does. */
export function twist(kind: FaultKind, body: unknown): unknown {
  if (kind === 'never-dates')
    return mapValues(body, (name, value) =>
      /DateTime$/.test(name) && typeof value === 'string' ? '0001-01-01T00:00:00Z' : value,
    );
  if (kind === 'null-trust-type') return mapValues(body, (name, value) => (name === 'trustType' ? null : value));
  if (kind === 'unknown-enum') {
    const enums = new Set([
      'result',
      'state',
      'complianceState',
      'conditionalAccessStatus',
      'managementState',
      'enrollmentState',
      'failureCategory',
    ]);
    return mapValues(body, (name, value) => (enums.has(name) && typeof value === 'string' ? 'someFutureMember' : value));
  }
  return body;
}

function mapValues(value: unknown, change: (name: string, value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapValues(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapValues(change(name, inner), change)]));
}
