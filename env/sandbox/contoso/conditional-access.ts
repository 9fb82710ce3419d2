import type { Row } from '../graph/odata/filter-match.ts';
import { roleTemplates } from '../graph/rules/roles.ts';
import { applications } from './applications.ts';
import { groupIds } from './groups.ts';
import { guid } from './ids.ts';
import type { Moments } from './moments.ts';

/** Short names by which the stories speak of the policies. */
export const policyNames = {
  mfa: 'CA001 Require MFA for everyone',
  legacy: 'CA002 Block legacy authentication',
  compliant: 'CA101 Require compliant device for Office 365 on Windows',
  finance: 'CA102 Require compliant or hybrid joined device for Finance',
  erp: 'CA103 Require hybrid joined device for Contoso ERP',
  byod: 'CA104 Block downloads from personal devices in the browser',
  collaboration: 'CA110 Require hybrid joined device for collaboration apps',
  pilot: 'CA201 Require compliant device for all apps (pilot)',
  frequency: 'CA202 Sign-in frequency in browsers',
  admins: 'CA301 Require phishing-resistant MFA for admins',
  retired: 'CA900 Require approved apps (retired)',
} as const;
export type PolicyKey = keyof typeof policyNames;

const policyIds = new Map(Object.keys(policyNames).map((key) => [key, guid(`conditional-access/${key}`)]));

export const policyIdOf = (key: PolicyKey): string => policyIds.get(key) ?? '';

/** The grant controls as the sign-in log words them. */
export const grantWords: Readonly<Record<PolicyKey, readonly string[]>> = {
  mfa: ['Mfa'],
  legacy: ['Block'],
  compliant: ['RequireCompliantDevice'],
  finance: ['RequireCompliantDevice', 'RequireDomainJoinedDevice'],
  erp: ['RequireDomainJoinedDevice'],
  byod: [],
  collaboration: ['RequireDomainJoinedDevice'],
  pilot: ['RequireCompliantDevice'],
  frequency: [],
  admins: ['Mfa'],
  retired: ['RequireApprovedApp'],
};

const users = (more: Row = {}): Row => ({
  includeUsers: ['All'],
  excludeUsers: [],
  includeGroups: [],
  excludeGroups: [groupIds.breakGlass],
  includeRoles: [],
  excludeRoles: [],
  includeGuestsOrExternalUsers: null,
  excludeGuestsOrExternalUsers: null,
  ...more,
});

const conditions = (more: Row = {}): Row => ({
  userRiskLevels: [],
  signInRiskLevels: [],
  servicePrincipalRiskLevels: [],
  insiderRiskLevels: null,
  clientAppTypes: ['all'],
  platforms: null,
  locations: null,
  devices: null,
  clientApplications: null,
  authenticationFlows: null,
  users: users(),
  applications: targets(['All']),
  ...more,
});

const targets = (includeApplications: string[]): Row => ({
  includeApplications,
  excludeApplications: [],
  includeUserActions: [],
  includeAuthenticationContextClassReferences: [],
  applicationFilter: null,
});

const grant = (operator: 'AND' | 'OR', builtInControls: string[], more: Row = {}): Row => ({
  operator,
  builtInControls,
  customAuthenticationFactors: [],
  termsOfUse: [],
  ...more,
});

const windowsOnly = { includePlatforms: ['windows'], excludePlatforms: [] };

type State = 'enabled' | 'disabled' | 'enabledForReportingButNotEnforced';

function policy(
  key: PolicyKey,
  state: State,
  createdAt: string,
  modifiedAt: string | null,
  conditionSet: Row,
  grantControls: Row | null,
  sessionControls: Row | null = null,
): Row {
  return {
    id: policyIdOf(key),
    deletedDateTime: null,
    templateId: null,
    displayName: policyNames[key],
    description: null,
    createdDateTime: createdAt,
    modifiedDateTime: modifiedAt,
    state,
    conditions: conditionSet,
    grantControls,
    sessionControls,
  };
}

/** How many hours before the start CA110 went from report-only to enabled. */
export const collaborationChangedHoursAgo = 3;

export const collaborationConditions = (): Row =>
  conditions({
    users: users({ includeUsers: [], includeGroups: [groupIds.collaboration] }),
    applications: targets(['Office365']),
    platforms: windowsOnly,
  });

/** All Conditional Access policies; one was switched on a few hours ago, the rest is old. */
export function conditionalAccessRows(at: Moments): Row[] {
  const admins = [
    roleTemplates['Global Administrator'],
    roleTemplates['Security Administrator'],
    roleTemplates['Conditional Access Administrator'],
  ];
  return [
    policy('mfa', 'enabled', at.daysAgo(800), at.daysAgo(310), conditions(), grant('OR', ['mfa'])),
    policy(
      'legacy',
      'enabled',
      at.daysAgo(800),
      null,
      conditions({ clientAppTypes: ['exchangeActiveSync', 'other'] }),
      grant('OR', ['block']),
    ),
    policy(
      'compliant',
      'enabled',
      at.daysAgo(540),
      at.daysAgo(122),
      conditions({
        users: users({
          excludeGroups: [groupIds.breakGlass, groupIds.complianceExclusion],
        }),
        applications: targets(['Office365']),
        platforms: windowsOnly,
        clientAppTypes: ['browser', 'mobileAppsAndDesktopClients'],
      }),
      grant('OR', ['compliantDevice']),
    ),
    policy(
      'finance',
      'enabled',
      at.daysAgo(410),
      at.daysAgo(201),
      conditions({ users: users({ includeUsers: [], includeGroups: [groupIds.finance] }), platforms: windowsOnly }),
      grant('OR', ['compliantDevice', 'domainJoinedDevice']),
    ),
    policy(
      'erp',
      'enabled',
      at.daysAgo(390),
      at.daysAgo(388),
      conditions({
        users: users({ includeUsers: [], includeGroups: [groupIds.erp] }),
        applications: targets([applications.erp.id]),
        platforms: windowsOnly,
      }),
      grant('OR', ['domainJoinedDevice']),
    ),
    policy(
      'byod',
      'enabled',
      at.daysAgo(260),
      null,
      conditions({
        applications: targets(['Office365']),
        clientAppTypes: ['browser'],
        devices: { deviceFilter: { mode: 'include', rule: 'device.trustType -eq "Workplace"' } },
      }),
      null,
      {
        disableResilienceDefaults: null,
        applicationEnforcedRestrictions: { isEnabled: true },
        cloudAppSecurity: null,
        persistentBrowser: null,
        secureSignInSession: null,
        signInFrequency: null,
      },
    ),
    policy(
      'collaboration',
      'enabled',
      at.daysAgo(20),
      at.hoursAgo(collaborationChangedHoursAgo),
      collaborationConditions(),
      grant('OR', ['domainJoinedDevice']),
    ),
    policy(
      'pilot',
      'enabledForReportingButNotEnforced',
      at.daysAgo(45),
      at.daysAgo(31),
      conditions(),
      grant('OR', ['compliantDevice']),
    ),
    policy('frequency', 'enabled', at.daysAgo(260), at.daysAgo(97), conditions({ clientAppTypes: ['browser'] }), null, {
      disableResilienceDefaults: null,
      applicationEnforcedRestrictions: null,
      cloudAppSecurity: null,
      persistentBrowser: { mode: 'never', isEnabled: true },
      secureSignInSession: null,
      signInFrequency: {
        value: 12,
        type: 'hours',
        authenticationType: 'primaryAndSecondaryAuthentication',
        frequencyInterval: 'timeBased',
        isEnabled: true,
      },
    }),
    policy(
      'admins',
      'enabled',
      at.daysAgo(150),
      at.daysAgo(61),
      conditions({
        users: users({ includeUsers: [], includeRoles: admins }),
        platforms: { includePlatforms: ['all'], excludePlatforms: ['linux'] },
      }),
      grant('OR', ['mfa']),
    ),
    policy(
      'retired',
      'disabled',
      at.daysAgo(700),
      at.daysAgo(205),
      conditions({ platforms: { includePlatforms: ['android', 'iOS'], excludePlatforms: [] } }),
      grant('OR', ['approvedApplication']),
    ),
  ];
}
