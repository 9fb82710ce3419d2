import { tenant } from '../entra/tenant.ts';
import type { Row } from '../graph/odata/filter-match.ts';
import { compliancePolicyRows } from './compliance-policies.ts';
import { conditionalAccessRows } from './conditional-access.ts';
import type { Contoso } from './contoso.ts';
import { groupRows } from './groups.ts';
import { momentsBefore, type Moments } from './moments.ts';
import { seedNoise } from './noise.ts';
import { seedPolicyHistory } from './policy-history.ts';
import { createRandom } from './random.ts';
import { createStage } from './stage.ts';
import { seedStaff } from './staff.ts';
import { stories } from './stories/index.ts';

const organizationRow = (at: Moments): Row => ({
  id: tenant.id,
  deletedDateTime: null,
  businessPhones: ['+49 231 0000000'],
  city: 'Dortmund',
  country: null,
  countryLetterCode: 'DE',
  createdDateTime: '2019-05-06T07:12:44Z',
  displayName: tenant.name,
  marketingNotificationEmails: [],
  mobileDeviceManagementAuthority: 'intune',
  onPremisesLastSyncDateTime: at.minutesAgo(21),
  onPremisesSyncEnabled: true,
  postalCode: null,
  preferredLanguage: 'en',
  securityComplianceNotificationMails: [],
  securityComplianceNotificationPhones: [],
  state: null,
  street: null,
  technicalNotificationMails: [`it@${tenant.domain}`],
  tenantType: 'AAD',
});

/** The tenant's rules for Temporary Access Passes. */
const passPolicyRow: Row = {
  id: 'TemporaryAccessPass',
  state: 'enabled',
  defaultLifetimeInMinutes: 60,
  defaultLength: 8,
  minimumLifetimeInMinutes: 60,
  maximumLifetimeInMinutes: 480,
  isUsableOnce: false,
  excludeTargets: [],
  includeTargets: [{ targetType: 'group', id: 'all_users', isRegistrationRequired: false }],
};

const newestFirst = (rows: Row[], property: string): void => {
  rows.sort((a, b) => (String(a[property]) < String(b[property]) ? 1 : -1));
};

/** Makes Contoso up: the same people and devices for the same seed, with all dates told from `now`. */
export function seedContoso(now: Date, seed: number): Contoso {
  const at = momentsBefore(now);
  const contoso: Contoso = {
    organization: organizationRow(at),
    users: [],
    groups: groupRows(at),
    groupMembers: new Map(),
    devices: [],
    deletedDevices: [],
    registrations: [],
    signIns: [],
    directoryAudits: [],
    deviceManagementAudits: [],
    conditionalAccessPolicies: conditionalAccessRows(at),
    compliancePolicies: compliancePolicyRows(at),
    managedDevices: [],
    policyStates: new Map(),
    protectionStates: new Map(),
    troubleshootingEvents: [],
    autopilotDevices: [],
    roleGrants: [],
    passPolicy: passPolicyRow,
    passes: new Map(),
    groupAssignments: [],
    recoveryKeys: [],
    localCredentials: new Map(),
    exportJobs: [],
  };
  const stage = createStage(contoso, at);
  for (const story of stories) story.build(stage);
  seedStaff(stage);
  seedPolicyHistory(stage);
  seedNoise(stage, createRandom(seed));
  newestFirst(contoso.signIns, 'createdDateTime');
  newestFirst(contoso.directoryAudits, 'activityDateTime');
  newestFirst(contoso.deviceManagementAudits, 'activityDateTime');
  return contoso;
}
