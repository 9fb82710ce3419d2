/** The services that count requests on their own. */
export type Service = 'identity' | 'auditReports' | 'conditionalAccess' | 'intuneDevices' | 'intuneOther' | 'deviceWrites' | 'unlisted';

export interface Limit {
  readonly requests: number;
  readonly seconds: number;
  /** `app`: per app; `tenant`: all apps of the tenant share it; `user`: per person. */
  readonly per: 'app' | 'tenant' | 'user';
}

export interface ServiceLimits {
  readonly reads: readonly Limit[];
  readonly writes: readonly Limit[];
  /** Whether a 429 of this service tells how long to wait. */
  readonly sendsRetryAfter: boolean;
}

const identityUnits: Limit = { requests: 5000, seconds: 10, per: 'app' };

/**
 * Numbers of a tenant with 50 to 500 users; the directory counts resource units instead of requests.
 * @see https://learn.microsoft.com/graph/throttling-limits
 */
export const limits: Readonly<Record<Service, ServiceLimits>> = {
  identity: { reads: [identityUnits], writes: [identityUnits, { requests: 3000, seconds: 150, per: 'app' }], sendsRetryAfter: true },
  auditReports: {
    reads: [{ requests: 5, seconds: 10, per: 'app' }],
    writes: [{ requests: 5, seconds: 10, per: 'app' }],
    sendsRetryAfter: true,
  },
  conditionalAccess: {
    reads: [{ requests: 1, seconds: 1, per: 'tenant' }],
    writes: [{ requests: 1, seconds: 1, per: 'tenant' }],
    sendsRetryAfter: false,
  },
  intuneDevices: {
    reads: [
      { requests: 2000, seconds: 20, per: 'app' },
      { requests: 4000, seconds: 20, per: 'tenant' },
    ],
    writes: [
      { requests: 200, seconds: 20, per: 'app' },
      { requests: 400, seconds: 20, per: 'tenant' },
    ],
    sendsRetryAfter: false,
  },
  intuneOther: {
    reads: [
      { requests: 1000, seconds: 20, per: 'app' },
      { requests: 2000, seconds: 20, per: 'tenant' },
    ],
    writes: [
      { requests: 100, seconds: 20, per: 'app' },
      { requests: 200, seconds: 20, per: 'tenant' },
    ],
    sendsRetryAfter: false,
  },
  deviceWrites: {
    reads: [identityUnits],
    writes: [
      { requests: 3000, seconds: 150, per: 'app' },
      { requests: 25, seconds: 10, per: 'user' },
    ],
    sendsRetryAfter: true,
  },
  unlisted: { reads: [identityUnits], writes: [identityUnits], sendsRetryAfter: true },
};
