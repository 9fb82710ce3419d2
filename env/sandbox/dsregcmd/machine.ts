import { tenant } from '../entra/tenant.ts';
import { guid } from '../contoso/ids.ts';
import type { Person } from '../contoso/person.ts';
import type { Field, Section } from './print.ts';
import type { Times } from './times.ts';

/** A PRT attempt that failed, as the diagnostics rows tell it. */
export interface PrtFailure {
  readonly kind: 'Acquire' | 'Refresh';
  readonly minutesAgo: number;
  readonly status: string;
  readonly credential?: string;
  readonly correlationId: string;
  readonly httpError?: string;
  readonly httpStatus?: string;
  readonly serverCode?: string;
  readonly serverText?: string;
}

export interface Prt {
  readonly has: boolean;
  /** With a token: how long ago it was renewed. */
  readonly renewedMinutesAgo?: number;
  readonly failure?: PrtFailure;
}

/** A laptop that is joined to Entra, or hybrid joined when `domain` is given. */
export interface JoinedMachine {
  readonly person: Person;
  readonly deviceId: string;
  readonly name: string;
  readonly thumbprint: string;
  /** ISO; undefined leaves the row out. */
  readonly certificateFrom: string | undefined;
  readonly authStatus: string;
  readonly prt: Prt;
  readonly domain?: string;
  readonly mdm?: boolean;
  readonly tpm?: boolean;
  readonly recovery?: boolean;
  readonly tenantId?: string;
  readonly tenantName?: string;
  /** Which account ran the command, when it is not the person's own joined account. */
  readonly account?: string;
}

const yes = (value: boolean): string => (value ? 'YES' : 'NO');

/** `Mara Lindqvist` → `MaraLindqvist`, the profile name Windows makes of it. */
const profileOf = (person: Person): string => person.name.normalize('NFD').replaceAll(/[^A-Za-z]/g, '');

export const deviceState = (aadJoined: boolean, domain: string | undefined, name: string): Section => ({
  title: 'Device State',
  fields: [
    ['AzureAdJoined', yes(aadJoined)],
    ['EnterpriseJoined', 'NO'],
    ['DomainJoined', yes(domain !== undefined)],
    ['DomainName', domain],
    ['Virtual Desktop', 'NOT SET'],
    ['Device Name', domain === undefined ? name : `${name.toLowerCase()}.corp.${tenant.domain}`],
  ],
});

function deviceDetails(machine: JoinedMachine, times: Times): Section {
  const tpm = machine.tpm ?? true;
  return {
    title: 'Device Details',
    fields: [
      ['DeviceId', machine.deviceId],
      ['Thumbprint', machine.thumbprint],
      ['DeviceCertificateValidity', times.validityFrom(machine.certificateFrom)],
      ['KeyContainerId', guid(`key-container/${machine.deviceId}`)],
      ['KeyProvider', tpm ? 'Microsoft Platform Crypto Provider' : 'Microsoft Software Key Storage Provider'],
      ['TpmProtected', yes(tpm)],
      ['DeviceAuthStatus', machine.authStatus],
    ],
  };
}

function tenantDetails(machine: JoinedMachine): Section {
  const id = machine.tenantId ?? tenant.id;
  const mdm = machine.mdm ?? true;
  const drs = 'https://enterpriseregistration.windows.net';
  return {
    title: 'Tenant Details',
    fields: [
      ['TenantName', machine.tenantName ?? tenant.name],
      ['TenantId', id],
      ['AuthCodeUrl', `https://login.microsoftonline.com/${id}/oauth2/authorize`],
      ['AccessTokenUrl', `https://login.microsoftonline.com/${id}/oauth2/token`],
      ['MdmUrl', mdm ? 'https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc' : ''],
      ['MdmTouUrl', mdm ? 'https://portal.manage.microsoft.com/TermsofUse.aspx' : ''],
      ['MdmComplianceUrl', mdm ? 'https://portal.manage.microsoft.com/?portalAction=Compliance' : ''],
      ['SettingsUrl', ''],
      ['JoinSrvVersion', '2.0'],
      ['JoinSrvUrl', `${drs}/EnrollmentServer/device/`],
      ['JoinSrvId', 'urn:ms-drs:enterpriseregistration.windows.net'],
      ['KeySrvVersion', '1.0'],
      ['KeySrvUrl', `${drs}/EnrollmentServer/key/`],
      ['KeySrvId', 'urn:ms-drs:enterpriseregistration.windows.net'],
      ['WebAuthNSrvVersion', '1.0'],
      ['WebAuthNSrvUrl', `${drs}/webauthn/${id}/`],
      ['WebAuthNSrvId', 'urn:ms-drs:enterpriseregistration.windows.net'],
      ['DeviceManagementSrvVer', '1.0'],
      ['DeviceManagementSrvUrl', `${drs}/manage/${id}/`],
      ['DeviceManagementSrvId', 'urn:ms-drs:enterpriseregistration.windows.net'],
    ],
  };
}

const wamSet: readonly Field[] = [
  ['WamDefaultSet', 'YES'],
  ['WamDefaultAuthority', 'organizations'],
  ['WamDefaultId', 'https://login.microsoft.com'],
  ['WamDefaultGUID', '{B16898C6-A148-4967-9171-64D755DA8520} (AzureAd)'],
];

const userState = (machine: JoinedMachine): Section => ({
  title: 'User State',
  fields: [
    ['NgcSet', 'YES'],
    ['NgcKeyId', `{${guid(`hello/${machine.deviceId}`).toUpperCase()}}`],
    ['CanReset', 'DestructiveAndNonDestructive'],
    ['WorkplaceJoined', 'NO'],
    ...wamSet,
  ],
});

function failureRows(failure: PrtFailure | undefined, person: Person, times: Times, tenantId: string): Field[] {
  if (!failure) return [];
  return [
    [`${failure.kind}PrtDiagnostics`, 'PRESENT'],
    ['Previous Prt Attempt', times.minutesAgo(failure.minutesAgo)],
    ['Attempt Status', failure.status],
    ['User Identity', person.upn],
    ['Credential Type', failure.credential ?? 'NGC'],
    ['Correlation ID', failure.correlationId],
    ['Endpoint URI', `https://login.microsoftonline.com/${tenantId}/oauth2/token/`],
    ['HTTP Method', 'POST'],
    ['HTTP Error', failure.httpError ?? '0x0'],
    ['HTTP status', failure.httpStatus ?? '0'],
    ['Server Error Code', failure.serverCode],
    ['Server Error Description', failure.serverText],
  ];
}

const prtDays = 14;

export function ssoState(prt: Prt, person: Person, times: Times, joinedTo: string | undefined): Section {
  const renewed = prt.renewedMinutesAgo ?? 95;
  return {
    title: 'SSO State',
    fields: [
      ['AzureAdPrt', yes(prt.has)],
      ['AzureAdPrtUpdateTime', prt.has ? times.minutesAgo(renewed) : undefined],
      ['AzureAdPrtExpiryTime', prt.has ? times.minutesAgo(renewed - prtDays * 1440) : undefined],
      ['AzureAdPrtAuthority', joinedTo === undefined ? 'NO' : `https://login.microsoftonline.com/${joinedTo}`],
      ...failureRows(prt.failure, person, times, joinedTo ?? tenant.id),
      ['EnterprisePrt', 'NO'],
      ['EnterprisePrtAuthority', joinedTo === undefined ? 'NO' : ''],
      ['OnPremTgt', 'NO'],
      ['CloudTgt', yes(prt.has)],
      [
        'KerbTopLevelNames',
        prt.has ? '.windows.net,.windows.net:1433,.windows.net:3342,.azure.net,.azure.net:1433,.azure.net:3342' : '',
      ],
    ],
  };
}

const postJoin = (machine: JoinedMachine): Section => ({
  title: 'Diagnostic Data',
  fields: [
    ['AadRecoveryEnabled', yes(machine.recovery ?? false)],
    [
      'Executing Account Name',
      machine.account ?? `${machine.domain ?? 'AzureAD'}\\${profileOf(machine.person)}, ${machine.person.upn}`,
    ],
    ['KeySignTest', ': MUST Run elevated to test.'],
    ['DisplayNameUpdated', machine.mdm === false ? 'YES' : 'Managed by MDM'],
    ['OsVersionUpdated', machine.mdm === false ? 'YES' : 'Managed by MDM'],
    ['HostNameUpdated', 'YES'],
    ['Last HostName Update', 'NONE'],
  ],
});

export const proxySections: readonly Section[] = [
  {
    title: 'IE Proxy Config for Current User',
    fields: [
      ['Auto Detect Settings', 'YES'],
      ['Auto-Configuration URL', ''],
      ['Proxy Server List', ''],
      ['Proxy Bypass List', ''],
    ],
  },
  { title: 'WinHttp Default Proxy Config', fields: [['Access Type', 'DIRECT']] },
];

export function helloCheck(joined: boolean, entraUser: boolean): Section {
  return {
    title: 'Ngc Prerequisite Check',
    fields: [
      ['IsDeviceJoined', yes(joined)],
      ['IsUserAzureAD', yes(entraUser)],
      ['PolicyEnabled', yes(joined)],
      ['PostLogonEnabled', 'YES'],
      ['DeviceEligible', 'YES'],
      ['SessionIsNotRemote', 'YES'],
      ['CertEnrollment', 'none'],
      ['PreReqResult', joined ? 'WillProvision' : 'WillNotProvision'],
    ],
  };
}

/** The whole output of a joined or hybrid joined laptop, run by its person at an ordinary prompt. */
export const joinedMachine = (machine: JoinedMachine, times: Times): Section[] => [
  deviceState(true, machine.domain, machine.name),
  deviceDetails(machine, times),
  tenantDetails(machine),
  userState(machine),
  ssoState(machine.prt, machine.person, times, machine.tenantId ?? tenant.id),
  postJoin(machine),
  ...proxySections,
];
