/**
 * What one output of `dsregcmd /status` says, after every mangling on its way here has been undone.
 *
 * Every property is optional and a missing one means "not printed, masked or unreadable" — never NO.
 * Names are Microsoft's with a small first letter; moments are ISO 8601 in UTC (dsregcmd prints UTC only).
 * @see https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd
 */

/** YES and NO as printed; ERROR where the tool itself could not tell (with or without a code). */
export type Flag = 'YES' | 'NO' | 'ERROR';

/** One printed row, kept as it came, whether or not we know the name. `name` as printed, `value` trimmed. */
export interface Row {
  readonly section: string;
  readonly name: string;
  readonly value: string;
}

export interface CertificateValidity {
  readonly startsAt?: string;
  readonly endsAt?: string;
}

/**
 * The device's self-test against Entra. `refused` is the only wording about the record ("disabled or deleted");
 * `could-not-run` means no network for SYSTEM and is no evidence about the record.
 */
export type DeviceAuthStatus =
  | { readonly kind: 'success' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'could-not-run'; readonly code?: string };

/** `needs-elevation` is what an ordinary prompt prints; only `passed` and `failed` are results (and show an elevated run). */
export type KeySignTest =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly detail?: string }
  | { readonly kind: 'needs-elevation' };

export interface DeviceState {
  readonly azureAdJoined?: Flag;
  readonly enterpriseJoined?: Flag;
  readonly domainJoined?: Flag;
  readonly domainName?: string;
  readonly virtualDesktop?: string;
  readonly deviceName?: string;
}

/** Device Details of a joined or hybrid joined machine. */
export interface DeviceDetails {
  readonly deviceId?: string;
  /** SHA-1 of the MS-Organization-Access certificate, 40 upper-case hexadecimal digits. */
  readonly thumbprint?: string;
  readonly certificateValidity?: CertificateValidity;
  readonly keyContainerId?: string;
  readonly keyProvider?: string;
  readonly tpmProtected?: Flag;
  readonly deviceAuthStatus?: DeviceAuthStatus;
}

/** Tenant Details. An MDM URL that was printed empty is `''`; one that was not printed is absent. */
export interface TenantDetails {
  readonly tenantName?: string;
  readonly tenantId?: string;
  readonly mdmUrl?: string;
  readonly mdmTouUrl?: string;
  readonly mdmComplianceUrl?: string;
}

export interface UserState {
  readonly ngcSet?: Flag;
  readonly canReset?: string;
  readonly workplaceJoined?: Flag;
  readonly workAccountCount?: number;
  readonly wamDefaultSet?: Flag;
  /** The code beside `WamDefaultSet : ERROR (0x…)`. */
  readonly wamDefaultError?: string;
  readonly wamDefaultAuthority?: string;
  readonly wamDefaultGuid?: string;
}

/** One AcquirePrtDiagnostics or RefreshPrtDiagnostics block; `prt` is the token line it stands under. */
export interface PrtAttempt {
  readonly kind: 'acquire' | 'refresh';
  readonly prt: 'entra' | 'enterprise';
  readonly at?: string;
  readonly attemptStatus?: string;
  readonly userIdentity?: string;
  readonly credentialType?: string;
  readonly correlationId?: string;
  readonly endpointUri?: string;
  readonly httpMethod?: string;
  readonly httpError?: string;
  readonly httpStatus?: number;
  readonly serverErrorCode?: string;
  readonly serverErrorDescription?: string;
}

export interface SsoState {
  readonly azureAdPrt?: Flag;
  readonly azureAdPrtUpdatedAt?: string;
  readonly azureAdPrtExpiresAt?: string;
  readonly azureAdPrtAuthority?: string;
  readonly enterprisePrt?: Flag;
  readonly onPremTgt?: Flag;
  readonly cloudTgt?: Flag;
  readonly attempts: readonly PrtAttempt[];
}

/** A registered ("workplace joined") account of the Windows profile that ran the command. */
export interface WorkAccount {
  readonly deviceId?: string;
  readonly thumbprint?: string;
  readonly certificateValidity?: CertificateValidity;
  readonly tpmProtected?: Flag;
  readonly keyProvider?: string;
  readonly tenantId?: string;
  readonly tenantName?: string;
  readonly mdmUrl?: string;
}

/** One pre-join test: `PASS`, `SKIPPED`, or `FAIL [code]` / `FAIL [code/subcode]`. */
export interface JoinTest {
  readonly result: 'PASS' | 'FAIL' | 'SKIPPED';
  readonly code?: string;
  readonly subcode?: string;
}

/** Printed only when domain joined and not yet joined to Entra: its presence alone says so. */
export interface PreJoin {
  readonly userContext?: string;
  readonly clientTime?: string;
  readonly tests: {
    readonly adConnectivity?: JoinTest;
    readonly adConfiguration?: JoinTest;
    readonly drsDiscovery?: JoinTest;
    readonly drsConnectivity?: JoinTest;
    readonly kerberosTicket?: JoinTest;
    readonly tokenAcquisition?: JoinTest;
  };
  readonly fallbackToSyncJoin?: string;
  readonly previousRegistration?: string;
  readonly registrationType?: string;
  readonly errorPhase?: string;
  readonly clientErrorCode?: string;
  readonly serverErrorCode?: string;
  readonly serverErrorSubCode?: string;
  readonly serverMessage?: string;
  readonly httpsStatus?: number;
  readonly requestId?: string;
}

export interface PostJoin {
  readonly aadRecoveryEnabled?: Flag;
  readonly clientTime?: string;
}

export interface ProxySettings {
  readonly userProxy?: string;
  readonly autoConfigurationUrl?: string;
  readonly autoDetect?: Flag;
  readonly winHttpAccessType?: string;
}

export interface NgcCheck {
  readonly isDeviceJoined?: Flag;
  readonly isUserAzureAd?: Flag;
  /** NO means the output was taken in a Remote Desktop session. */
  readonly sessionIsNotRemote?: string;
  readonly preReqResult?: string;
}

/** How the text came out of the reader; each is worth a sentence to the person. */
export type CaptureNote =
  | 'partial' // some sections that such a machine prints are not there
  | 'rows-only' // rows without any section title
  | 'doubled' // two outputs in one text: the last one is read
  | 'flattened' // line breaks were lost and had to be found again
  | 'masked' // some values were blanked out by the person: they count as unknown
  | 'error-code-only' // no dsregcmd row, but an error code was found in the words around
  | 'translated'; // names or values of a machine-translated page

export interface Capture {
  readonly rows: readonly Row[];
  /** Printed section titles in the order read, e.g. `Device State`, `Work Account 1`. */
  readonly sections: readonly string[];
  readonly notes: readonly CaptureNote[];
  readonly device: DeviceState;
  readonly details: DeviceDetails;
  readonly tenant: TenantDetails;
  readonly user: UserState;
  readonly sso: SsoState;
  readonly workAccounts: readonly WorkAccount[];
  readonly preJoin?: PreJoin;
  readonly postJoin: PostJoin;
  readonly keySignTest?: KeySignTest;
  readonly executingAccountName?: string;
  readonly proxy: ProxySettings;
  readonly ngc: NgcCheck;
  /** Error codes met outside known rows (prose, log lines), spelt as in the code table. */
  readonly looseCodes: readonly string[];
}

/** Why a text is no capture at all. */
export type Unreadable = {
  readonly kind: 'unreadable';
  /** `empty`; `binary` (not text in any encoding); `too-large`; `no-dsregcmd` (text, but not this tool's). */
  readonly reason: 'empty' | 'binary' | 'too-large' | 'no-dsregcmd';
};

/** How a machine is tied to Entra, derived from the flags (never from one of them alone). */
export type JoinType =
  | 'entra-joined'
  | 'hybrid-joined'
  | 'domain-only'
  | 'domain-and-registered'
  | 'registered'
  | 'on-premises-registered' // AD FS device registration
  | 'none'
  | 'unknown';
