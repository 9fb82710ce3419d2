/** Every row `dsregcmd /status` is known to print: where it may stand and what its value looks like. */
import { fold } from './fold.ts';

/** The part of the machine's state that a row speaks about; several sections can print the same name. */
export type Group =
  | 'device' | 'details' | 'tenant' | 'user' | 'sso' | 'attempt' | 'workAccount'
  | 'preJoin' | 'hostName' | 'postJoin' | 'ngc' | 'proxy';

export type ValueKind =
  | 'flag' | 'guid' | 'thumbprint' | 'time' | 'validity' | 'url' | 'code' | 'test' | 'auth' | 'keysign'
  | 'number' | 'word' | 'text' | 'list' | 'blob';

export interface Field {
  /** Folded spelling, unique in the table. */
  readonly key: string;
  readonly name: string;
  readonly groups: readonly Group[];
  readonly kind: ValueKind;
  /** 2 = only this tool prints such a row; 1 = rather this tool; 0 = Windows settings and Entra error pages print it too. */
  readonly evidence: 0 | 1 | 2;
}

type Line = readonly [names: string, groups: string, kind: ValueKind, evidence: 0 | 1 | 2];

/** Names in one line are spellings of one row: the first is how current builds print it. */
const lines: readonly Line[] = [
  ['AzureAdJoined', 'device', 'flag', 2],
  ['EnterpriseJoined', 'device', 'flag', 2],
  ['DomainJoined', 'device', 'flag', 2],
  ['DomainName', 'device', 'word', 1],
  ['Virtual Desktop', 'device', 'word', 1],
  ['Device Name', 'device', 'word', 0],

  ['DeviceId', 'details', 'guid', 0],
  ['Thumbprint', 'details', 'thumbprint', 0],
  ['DeviceCertificateValidity', 'details workAccount', 'validity', 2],
  ['KeyContainerId', 'details workAccount', 'guid', 2],
  ['KeyProvider', 'details workAccount', 'word', 2],
  ['TpmProtected', 'details workAccount', 'flag', 2],
  ['DeviceAuthStatus', 'details', 'auth', 2],
  ['KeySignTest', 'postJoin details', 'keysign', 2],

  ['TenantName', 'tenant', 'word', 0],
  ['TenantId', 'tenant', 'guid', 0],
  ['Idp', 'tenant', 'word', 0],
  ['AuthCodeUrl', 'tenant', 'url', 2],
  ['AccessTokenUrl', 'tenant', 'url', 2],
  ['MdmUrl', 'tenant', 'url', 2],
  ['MdmTouUrl', 'tenant', 'url', 2],
  ['MdmComplianceUrl/dmComplianceUrl', 'tenant', 'url', 2],
  ['SettingsUrl', 'tenant', 'blob', 1],
  ['JoinSrvVersion/JoinSrvVer', 'tenant', 'word', 2],
  ['JoinSrvUrl', 'tenant', 'url', 2],
  ['JoinSrvId', 'tenant', 'word', 2],
  ['KeySrvVersion/KeySrvVer', 'tenant', 'word', 2],
  ['KeySrvUrl', 'tenant', 'url', 2],
  ['KeySrvId', 'tenant', 'word', 2],
  ['WebAuthNSrvVersion/WebAuthNSrvVer', 'tenant', 'word', 2],
  ['WebAuthNSrvUrl', 'tenant', 'url', 2],
  ['WebAuthNSrvId', 'tenant', 'word', 2],
  ['DeviceManagementSrvVer/DeviceManagementSrvVersion', 'tenant', 'word', 2],
  ['DeviceManagementSrvUrl', 'tenant', 'url', 2],
  ['DeviceManagementSrvId', 'tenant', 'word', 2],

  ['NgcSet', 'user workAccount', 'flag', 2],
  ['NgcKeyId', 'user workAccount', 'word', 2],
  ['CanReset', 'user', 'word', 1],
  ['WorkplaceJoined', 'user', 'flag', 2],
  ['WorkAccountCount', 'user', 'number', 2],
  ['WamDefaultSet', 'user', 'flag', 2],
  ['WamDefaultAuthority', 'user', 'word', 2],
  ['WamDefaultId', 'user', 'url', 2],
  ['WamDefaultGUID', 'user', 'word', 2],

  ['AzureAdPrt', 'sso', 'flag', 2],
  ['AzureAdPrtUpdateTime', 'sso', 'time', 2],
  ['AzureAdPrtExpiryTime', 'sso', 'time', 2],
  ['AzureAdPrtAuthority', 'sso', 'url', 2],
  ['EnterprisePrt', 'sso', 'flag', 2],
  ['EnterprisePrtUpdateTime', 'sso', 'time', 2],
  ['EnterprisePrtExpiryTime', 'sso', 'time', 2],
  ['EnterprisePrtAuthority', 'sso', 'url', 2],
  ['OnPremTgt', 'sso ngc', 'flag', 2],
  ['CloudTgt', 'sso ngc', 'flag', 2],
  ['KerbTopLevelNames', 'sso', 'list', 2],

  ['AcquirePrtDiagnostics', 'attempt', 'word', 2],
  ['RefreshPrtDiagnostics', 'attempt', 'word', 2],
  ['Previous Prt Attempt', 'attempt', 'time', 2],
  ['Attempt Status', 'attempt', 'code', 1],
  ['User Identity', 'attempt', 'word', 0],
  ['Credential Type', 'attempt', 'word', 1],
  ['Correlation ID', 'attempt', 'guid', 0],
  ['Endpoint URI', 'attempt', 'url', 1],
  ['HTTP Method', 'attempt', 'word', 1],
  ['HTTP Error', 'attempt', 'code', 1],
  ['HTTP status', 'attempt hostName', 'number', 1],
  ['Server ErrorCode', 'attempt preJoin hostName', 'word', 1],
  ['Server Error Description', 'attempt', 'text', 1],

  ['WorkplaceDeviceId', 'workAccount', 'guid', 2],
  ['WorkplaceThumbprint', 'workAccount', 'thumbprint', 2],
  ['WorkplaceIdp', 'workAccount', 'word', 2],
  ['WorkplaceTenantId', 'workAccount', 'guid', 2],
  ['WorkplaceTenantName', 'workAccount', 'word', 2],
  ['WorkplaceMdmUrl', 'workAccount', 'url', 2],
  ['WorkplaceSettingsUrl', 'workAccount', 'blob', 2],

  ['Diagnostics Reference', 'preJoin', 'word', 2],
  ['User Context', 'preJoin', 'word', 1],
  ['Client Time', 'preJoin hostName', 'time', 1],
  ['AD Connectivity Test', 'preJoin', 'test', 2],
  ['AD Configuration Test', 'preJoin', 'test', 2],
  ['DRS Discovery Test', 'preJoin', 'test', 2],
  ['DRS Connectivity Test', 'preJoin', 'test', 2],
  ['Kerberos Ticket Test', 'preJoin', 'test', 2],
  ['Token acquisition Test', 'preJoin', 'test', 2],
  ['Fallback to Sync-Join', 'preJoin', 'word', 2],
  ['Fallback to Fed-Join', 'preJoin', 'word', 2],
  ['Previous Registration', 'preJoin', 'time', 2],
  ['Registration Type', 'preJoin', 'word', 1],
  ['Error Phase', 'preJoin', 'word', 1],
  ['Client ErrorCode', 'preJoin hostName', 'code', 2],
  ['Server ErrorSubCode', 'preJoin hostName', 'word', 1],
  ['Server Operation', 'preJoin hostName', 'word', 1],
  ['Server Message', 'preJoin hostName', 'text', 1],
  ['Https Status', 'preJoin', 'number', 1],
  ['Request Id', 'preJoin hostName', 'guid', 0],
  ['Server Time', 'hostName', 'time', 1],

  ['AadRecoveryEnabled/AadRecoveryNeeded', 'postJoin', 'flag', 2],
  ['Executing Account Name', 'postJoin preJoin', 'word', 2],
  ['DisplayNameUpdated', 'postJoin', 'word', 2],
  ['OsVersionUpdated', 'postJoin', 'word', 2],
  ['HostNameUpdated', 'postJoin', 'word', 2],
  ['Last HostName Update', 'postJoin', 'word', 2],

  ['NgcPreReq', 'ngc', 'word', 2],
  ['IsDeviceJoined', 'ngc', 'flag', 2],
  ['IsUserAzureAD', 'ngc', 'flag', 2],
  ['PolicyEnabled', 'ngc', 'flag', 1],
  ['PostLogonEnabled', 'ngc', 'flag', 2],
  ['DeviceEligible', 'ngc', 'flag', 2],
  ['SessionIsNotRemote', 'ngc', 'flag', 2],
  ['X509CertRequired', 'ngc', 'flag', 2],
  ['ScepReady', 'ngc', 'flag', 2],
  ['CertEnrollment', 'ngc', 'word', 2],
  ['AdfsRefreshToken', 'ngc', 'flag', 2],
  ['AdfsRaIsReady', 'ngc', 'flag', 2],
  ['LogonCertTemplateReady', 'ngc', 'flag', 2],
  ['PreReqResult', 'ngc', 'word', 2],

  ['Auto Detect Settings', 'proxy', 'flag', 1],
  ['Auto-Configuration URL', 'proxy', 'url', 1],
  ['Proxy Server List', 'proxy', 'list', 1],
  ['Proxy Bypass List', 'proxy', 'list', 1],
  ['Auto Detect PAC Status', 'proxy', 'text', 1],
  ['Access Type', 'proxy', 'word', 0],
];

function fieldsOf([names, groups, kind, evidence]: Line): [string, Field][] {
  const spellings = names.split('/');
  const name = spellings[0] ?? names;
  const field: Field = { key: fold(name), name, groups: groups.split(' ') as Group[], kind, evidence };
  return spellings.map((spelling) => [fold(spelling), field]);
}

/** Folded spelling → field. */
export const fields: ReadonlyMap<string, Field> = new Map(lines.flatMap(fieldsOf));

/** The field of that name in any known spelling. */
export function fieldNamed(name: string): Field | undefined {
  return fields.get(fold(name));
}
