import type { GraphAnswers, GraphDevice, SignIn } from '../../bot/diagnosis/graph-answers.ts';
import { MEGAN, nothingThere } from './fake-rooms.ts';

export const LAPTOP = 'aa11bb22-0000-4000-8000-00000000aaaa';
export const OTHER_LAPTOP = 'cc33dd44-0000-4000-8000-00000000bbbb';
const TENANT = '7c0a1111-0000-4000-8000-0000000000ff';
const THUMBPRINT = 'AA11BB22CC33DD44EE55FF66AA77BB88CC99DD00';

export interface Laptop {
  readonly deviceId: string;
  readonly name: string;
  readonly azureAdJoined: 'YES' | 'NO';
  readonly domainJoined: 'YES' | 'NO';
  readonly prt: 'YES' | 'NO';
  readonly deviceAuthStatus: string;
  readonly keySignTest: string;
  readonly user: string;
  /** More rows under SSO State. */
  readonly sso: readonly string[];
}

const RULER = `+${'-'.repeat(70)}+`;
const section = (title: string, rows: readonly string[]): string => `${RULER}\n| ${title.padEnd(69)}|\n${RULER}\n\n${rows.join('\n')}\n`;
const row = (name: string, value: string): string => `${name.padStart(26)} : ${value}`;

/** What a laptop prints for `dsregcmd /status`: Entra joined, with a token, in order; give what is different. */
export function dsregcmd(over: Partial<Laptop> = {}): string {
  return sections(over).join('\n');
}

/** The same in sections, for pasting in pieces. */
export function sections(over: Partial<Laptop> = {}): string[] {
  const it: Laptop = {
    deviceId: LAPTOP,
    name: 'CONTOSO-MEGAN',
    azureAdJoined: 'YES',
    domainJoined: 'NO',
    prt: 'YES',
    deviceAuthStatus: 'SUCCESS',
    keySignTest: 'MUST Run elevated to test.',
    user: 'CONTOSO\\MeganB, MeganB@contoso.com',
    sso: [],
    ...over,
  };
  const isJoined = it.azureAdJoined === 'YES';
  return [
    section('Device State', [
      row('AzureAdJoined', it.azureAdJoined),
      row('EnterpriseJoined', 'NO'),
      row('DomainJoined', it.domainJoined),
      row('Device Name', it.name),
    ]),
    ...(isJoined
      ? [
          section('Device Details', [
            row('DeviceId', it.deviceId),
            row('Thumbprint', THUMBPRINT),
            row('DeviceCertificateValidity', '[ 2025-01-10 08:00:00.000 UTC -- 2035-01-10 08:30:00.000 UTC ]'),
            row('KeyProvider', 'Microsoft Platform Crypto Provider'),
            row('TpmProtected', 'YES'),
            row('DeviceAuthStatus', it.deviceAuthStatus),
          ]),
          section('Tenant Details', [row('TenantName', 'Contoso'), row('TenantId', TENANT), row('MdmUrl', 'https://enrollment.manage.microsoft.com/')]),
        ]
      : []),
    section('User State', [row('NgcSet', 'YES'), row('WorkplaceJoined', 'NO'), row('WamDefaultSet', 'YES'), row('WamDefaultAuthority', 'organizations')]),
    section('SSO State', [
      row('AzureAdPrt', it.prt),
      ...(it.prt === 'YES' ? [row('AzureAdPrtUpdateTime', '2026-11-23 08:40:00.000 UTC'), row('AzureAdPrtExpiryTime', '2026-12-07 08:40:00.000 UTC')] : []),
      ...it.sso,
    ]),
    section('Diagnostic Data', [
      row('AadRecoveryEnabled', 'NO'),
      row('Executing Account Name', it.user),
      row('KeySignTest', it.keySignTest),
    ]),
    section('Ngc Prerequisite Check', [row('IsDeviceJoined', it.azureAdJoined), row('IsUserAzureAD', 'YES'), row('SessionIsNotRemote', 'YES')]),
  ];
}

/** The laptop as the directory lists it: known, enabled, managed, compliant. */
export function listed(over: Partial<GraphDevice> = {}): GraphDevice {
  return {
    id: 'object-1',
    deviceId: LAPTOP,
    displayName: 'CONTOSO-MEGAN',
    accountEnabled: true,
    isCompliant: true,
    isManaged: true,
    mdmAppId: '0000000a-0000-0000-c000-000000000000',
    trustType: 'AzureAd',
    operatingSystem: 'Windows',
    operatingSystemVersion: '10.0.26100.1',
    registrationDateTime: '2025-01-10T08:00:00Z',
    approximateLastSignInDateTime: '2026-11-22T08:00:00Z',
    ...over,
  };
}

/** A refused sign-in of ten minutes ago that presented the laptop. */
export function refused(errorCode: number, over: Partial<SignIn> = {}): SignIn {
  return {
    id: 'request-1',
    createdDateTime: '2026-11-23T08:55:00Z',
    userId: MEGAN.aadObjectId,
    userPrincipalName: MEGAN.userPrincipalName ?? null,
    appDisplayName: 'Microsoft Office',
    correlationId: '00000000-1111-4222-8333-444455556666',
    conditionalAccessStatus: 'failure',
    isInteractive: true,
    status: { errorCode, failureReason: 'refused' },
    deviceDetail: { deviceId: LAPTOP, displayName: 'CONTOSO-MEGAN', operatingSystem: 'Windows', isCompliant: false, isManaged: true, trustType: 'Azure AD joined' },
    appliedConditionalAccessPolicies: [],
    ...over,
  };
}

/** Everything was read; give what there is. */
export function graph(over: Partial<GraphAnswers> = {}): GraphAnswers {
  return { ...nothingThere(), organization: { id: TENANT, displayName: 'Contoso' }, ...over };
}

/** An Intune rule the laptop breaks, seen everywhere it can be seen. */
export function notCompliant(): GraphAnswers {
  return graph({
    devices: [listed({ isCompliant: false })],
    signIns: [
      refused(53000, {
        appliedConditionalAccessPolicies: [
          { id: 'f0000001-0000-4000-8000-000000000001', displayName: 'Require compliant device', result: 'failure', enforcedGrantControls: ['RequireCompliantDevice'] },
        ],
      }),
    ],
    managedDevices: [
      { id: 'managed-1', azureADDeviceId: LAPTOP, deviceName: 'CONTOSO-MEGAN', complianceState: 'noncompliant', lastSyncDateTime: '2026-11-23T07:00:00Z', enrolledDateTime: '2025-01-10T09:00:00Z', operatingSystem: 'Windows' },
    ],
    complianceSettings: [{ managedDeviceId: 'managed-1', policyName: 'Windows', setting: 'BitLockerEnabled', settingName: 'BitLocker', state: 'nonCompliant' }],
    conditionalAccessPolicies: [
      {
        id: 'f0000001-0000-4000-8000-000000000001',
        displayName: 'Require compliant device',
        state: 'enabled',
        modifiedDateTime: '2026-01-01T00:00:00Z',
        grantControls: { operator: 'OR', builtInControls: ['compliantDevice'] },
      },
    ],
  });
}
