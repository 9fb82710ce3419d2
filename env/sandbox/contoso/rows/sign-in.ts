import type { Row } from '../../graph/odata/filter-match.ts';
import { tenant } from '../../entra/tenant.ts';
import { applications, resources, type Application } from '../applications.ts';
import { grantWords, policyIdOf, policyNames, type PolicyKey } from '../conditional-access.ts';
import { guid } from '../ids.ts';
import type { Person } from '../person.ts';
import { failureReason } from '../sign-in-codes.ts';
import type { TrustType } from './device.ts';

export type PolicyResult =
  'success' | 'failure' | 'notApplied' | 'notEnabled' | 'reportOnlySuccess' | 'reportOnlyFailure' | 'reportOnlyNotApplied';

/** The device as the row shows it; `none` when the sign-in did not present one. */
export type PresentedDevice =
  | 'none'
  | 'phone'
  | {
      readonly deviceId: string;
      readonly name: string;
      readonly trustType: TrustType;
      readonly managed: boolean | null;
      readonly compliant: boolean | null;
    };

export interface SignInStory {
  readonly person: Person;
  readonly at: string;
  /** 0 is success. */
  readonly code?: number;
  readonly app?: Application;
  readonly device: PresentedDevice;
  /** Differences from the everyday picture, per policy. An empty list of policies: `policies: 'none'`. */
  readonly policies?: Partial<Record<PolicyKey, PolicyResult>> | 'none';
  readonly interactive?: boolean;
  readonly ip?: string;
  readonly browser?: string;
  readonly correlationId?: string;
}

const sessionWords: Partial<Record<PolicyKey, readonly string[]>> = {
  frequency: ['SignInFrequency', 'PersistentBrowserSession'],
  byod: ['AppEnforcedRestrictions'],
};

const trustWords: Record<TrustType, string> = {
  AzureAd: 'Azure AD joined',
  ServerAd: 'Hybrid Azure AD joined',
  Workplace: 'Azure AD registered',
};

function deviceDetail(device: PresentedDevice, browser: string): Row {
  if (device === 'phone') {
    return {
      deviceId: '',
      displayName: '',
      operatingSystem: 'Ios 26.1',
      browser: 'Mobile Safari',
      isCompliant: false,
      isManaged: false,
      trustType: '',
    };
  }
  if (device === 'none') {
    return {
      deviceId: '',
      displayName: '',
      operatingSystem: 'Windows10',
      browser,
      isCompliant: false,
      isManaged: false,
      trustType: '',
    };
  }
  return {
    deviceId: device.deviceId,
    displayName: device.name,
    operatingSystem: 'Windows10',
    browser,
    isCompliant: device.compliant,
    isManaged: device.managed,
    trustType: trustWords[device.trustType],
  };
}

/** What the policies say to an ordinary sign-in of a Windows laptop, or of a phone. */
const everyday = (phone: boolean, compliant: boolean): Record<PolicyKey, PolicyResult> => ({
  mfa: 'success',
  legacy: 'notApplied',
  compliant: phone ? 'notApplied' : 'success',
  finance: 'notApplied',
  erp: 'notApplied',
  byod: 'notApplied',
  collaboration: 'notApplied',
  pilot: compliant ? 'reportOnlySuccess' : 'reportOnlyFailure',
  frequency: 'notApplied',
  admins: 'notApplied',
  retired: 'notEnabled',
});

/** Thousands of rows share a handful of pictures; nobody changes a row of the log. */
const pictures = new Map<string, Row[]>();

function applied(story: SignInStory): Row[] {
  if (story.policies === 'none') return [];
  const phone = story.device === 'phone';
  const compliant = typeof story.device === 'object' && story.device.compliant === true;
  const key = JSON.stringify([phone, compliant, story.policies]);
  const known = pictures.get(key);
  if (known) return known;
  const made = appliedRows({ ...everyday(phone, compliant), ...story.policies });
  pictures.set(key, made);
  return made;
}

function appliedRows(results: Record<PolicyKey, PolicyResult>): Row[] {
  return (Object.keys(results) as PolicyKey[]).map((key) => ({
    id: policyIdOf(key),
    displayName: policyNames[key],
    enforcedGrantControls: [...grantWords[key]],
    enforcedSessionControls: [...(sessionWords[key] ?? [])],
    result: results[key],
    conditionsSatisfied: results[key] === 'success' || results[key] === 'failure' ? 'application,users' : 'none',
    conditionsNotSatisfied: results[key] === 'notApplied' ? 'application' : 'none',
  }));
}

function conditionalAccessStatus(policies: readonly Row[]): string {
  if (policies.some((policy) => policy['result'] === 'failure')) return 'failure';
  return policies.some((policy) => policy['result'] === 'success') ? 'success' : 'notApplied';
}

const dortmund: Row = {
  city: 'Dortmund',
  state: 'Nordrhein-Westfalen',
  countryOrRegion: 'DE',
  geoCoordinates: { altitude: null, latitude: 51.51, longitude: 7.46 },
};

/** One row of the sign-in log, with what only beta shows; the answering side takes that away for v1.0. */
export function signInRow(story: SignInStory): Row {
  const code = story.code ?? 0;
  const app = story.app ?? applications.teams;
  const interactive = story.interactive ?? true;
  const policies = applied(story);
  const browser = story.browser ?? (interactive ? 'Edge 142.0.0' : 'Rich Client 5.0.0.0');
  const name = `${story.person.id}/${story.at}/${code}/${app.id}/${interactive}`;
  return {
    id: guid(`sign-in/${name}`),
    createdDateTime: story.at,
    userDisplayName: story.person.name,
    userPrincipalName: story.person.upn,
    userId: story.person.id,
    appId: app.id,
    appDisplayName: app.name,
    ipAddress: story.ip ?? '198.51.100.23',
    clientAppUsed: story.browser ? 'Browser' : 'Mobile Apps and Desktop clients',
    userAgent:
      story.device === 'phone'
        ? 'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X)'
        : 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Edg/142.0.0.0',
    correlationId: story.correlationId ?? guid(`correlation/${name}`),
    conditionalAccessStatus: conditionalAccessStatus(policies),
    isInteractive: interactive,
    homeTenantId: tenant.id,
    resourceTenantId: tenant.id,
    riskDetail: 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskState: 'none',
    riskEventTypes: [],
    riskEventTypes_v2: [],
    resourceDisplayName: resources.exchange.name,
    resourceId: resources.exchange.id,
    status: {
      errorCode: code,
      failureReason: failureReason(code),
      additionalDetails: code === 0 ? 'MFA requirement satisfied by claim in the token' : null,
    },
    deviceDetail: deviceDetail(story.device, browser),
    location: dortmund,
    appliedConditionalAccessPolicies: policies,
    authenticationRequirement: 'multiFactorAuthentication',
    authenticationDetails: [],
    incomingTokenType: interactive ? 'none' : 'primaryRefreshToken',
    signInEventTypes: [interactive ? 'interactiveUser' : 'nonInteractiveUser'],
  };
}
