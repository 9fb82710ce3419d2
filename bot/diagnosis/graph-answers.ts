/**
 * What Microsoft Graph said about one case, in Graph's own shapes and spelling.
 *
 * This is the `--graph` file of the `diagnose` command, the export of a case and the input of a replay. An absent key
 * means "could not be read", an empty list "read, none". Only properties the diagnosis looks at are typed; unknown ones
 * are kept. `null` is Graph's own null and is never the same as absent.
 * @see https://learn.microsoft.com/graph/api/overview
 */

export interface GraphUser {
  id?: string;
  userPrincipalName?: string | null;
  displayName?: string | null;
  userType?: string | null;
  accountEnabled?: boolean | null;
  onPremisesSyncEnabled?: boolean | null;
}

export interface GraphDevice {
  id?: string;
  deviceId?: string | null;
  displayName?: string | null;
  accountEnabled?: boolean | null;
  isCompliant?: boolean | null;
  isManaged?: boolean | null;
  mdmAppId?: string | null;
  /** `AzureAd`, `ServerAd`, `Workplace`, null; compare through one mapping, ignoring case. */
  trustType?: string | null;
  profileType?: string | null;
  registrationDateTime?: string | null;
  approximateLastSignInDateTime?: string | null;
  onPremisesSyncEnabled?: boolean | null;
  onPremisesLastSyncDateTime?: string | null;
  alternativeSecurityIds?: { type?: number | null; key?: string | null; identityProvider?: string | null }[] | null;
  enrollmentType?: string | null;
  enrollmentProfileName?: string | null;
  managementType?: string | null;
  deviceOwnership?: string | null;
  operatingSystem?: string | null;
  operatingSystemVersion?: string | null;
  physicalIds?: string[] | null;
  deletedDateTime?: string | null;
}

export interface AppliedPolicy {
  id?: string | null;
  displayName?: string | null;
  result?: string | null;
  enforcedGrantControls?: string[] | null;
  enforcedSessionControls?: string[] | null;
  conditionsSatisfied?: string | null;
  conditionsNotSatisfied?: string | null;
}

export interface SignIn {
  id?: string;
  createdDateTime?: string | null;
  userId?: string | null;
  userPrincipalName?: string | null;
  appId?: string | null;
  appDisplayName?: string | null;
  resourceDisplayName?: string | null;
  clientAppUsed?: string | null;
  correlationId?: string | null;
  conditionalAccessStatus?: string | null;
  isInteractive?: boolean | null;
  ipAddress?: string | null;
  status?: { errorCode?: number | null; failureReason?: string | null; additionalDetails?: string | null } | null;
  deviceDetail?: {
    deviceId?: string | null;
    displayName?: string | null;
    operatingSystem?: string | null;
    browser?: string | null;
    isCompliant?: boolean | null;
    isManaged?: boolean | null;
    /** Display text: `Azure AD joined`, `Hybrid Azure AD joined`, `Azure AD registered`. */
    trustType?: string | null;
  } | null;
  /** Absent = not permitted to see; `[]` = none applied. */
  appliedConditionalAccessPolicies?: AppliedPolicy[] | null;
  signInEventTypes?: string[] | null;
}

export interface ManagedDevice {
  id?: string;
  azureADDeviceId?: string | null;
  deviceName?: string | null;
  userPrincipalName?: string | null;
  complianceState?: string | null;
  complianceGracePeriodExpirationDateTime?: string | null;
  lastSyncDateTime?: string | null;
  enrolledDateTime?: string | null;
  isEncrypted?: boolean | null;
  osVersion?: string | null;
  operatingSystem?: string | null;
  managementState?: string | null;
  managementAgent?: string | null;
  deviceRegistrationState?: string | null;
  deviceEnrollmentType?: string | null;
  azureADRegistered?: boolean | null;
  serialNumber?: string | null;
  model?: string | null;
}

export interface ComplianceSetting {
  managedDeviceId?: string | null;
  policyName?: string | null;
  setting?: string | null;
  settingName?: string | null;
  /** complianceStatus spelling: `nonCompliant`, `error`, `compliant`, `notAssigned` … */
  state?: string | null;
  currentValue?: string | null;
  errorCode?: string | number | null;
}

export interface CompliancePolicy {
  id?: string;
  displayName?: string | null;
  lastModifiedDateTime?: string | null;
  createdDateTime?: string | null;
  version?: number | null;
}

export interface ConditionalAccessPolicy {
  id?: string;
  displayName?: string | null;
  state?: string | null;
  createdDateTime?: string | null;
  modifiedDateTime?: string | null;
  conditions?: {
    devices?: { deviceFilter?: { mode?: string | null; rule?: string | null } | null } | null;
    users?: Record<string, unknown> | null;
    applications?: Record<string, unknown> | null;
    [more: string]: unknown;
  } | null;
  grantControls?: {
    operator?: string | null;
    builtInControls?: string[] | null;
    authenticationStrength?: unknown;
    termsOfUse?: string[] | null;
    customAuthenticationFactors?: string[] | null;
  } | null;
  sessionControls?: unknown;
}

export interface DirectoryAudit {
  id?: string;
  activityDateTime?: string | null;
  activityDisplayName?: string | null;
  loggedByService?: string | null;
  operationType?: string | null;
  result?: string | null;
  correlationId?: string | null;
  initiatedBy?: {
    user?: { id?: string | null; userPrincipalName?: string | null; displayName?: string | null } | null;
    app?: { appId?: string | null; displayName?: string | null; servicePrincipalId?: string | null } | null;
  } | null;
  targetResources?:
    | {
        id?: string | null;
        displayName?: string | null;
        type?: string | null;
        /** Values are JSON inside strings. */
        modifiedProperties?: { displayName?: string | null; oldValue?: string | null; newValue?: string | null }[] | null;
      }[]
    | null;
  additionalDetails?: { key?: string | null; value?: string | null }[] | null;
}

export interface DeviceManagementAudit {
  id?: string;
  displayName?: string | null;
  activity?: string | null;
  activityType?: string | null;
  activityDateTime?: string | null;
  activityResult?: string | null;
  componentName?: string | null;
  category?: string | null;
  actor?: { userPrincipalName?: string | null; applicationDisplayName?: string | null } | null;
  resources?:
    | {
        displayName?: string | null;
        resourceId?: string | null;
        auditResourceType?: string | null;
        modifiedProperties?: { displayName?: string | null; oldValue?: string | null; newValue?: string | null }[] | null;
      }[]
    | null;
}

export interface Organization {
  id?: string;
  displayName?: string | null;
  onPremisesSyncEnabled?: boolean | null;
  onPremisesLastSyncDateTime?: string | null;
  mobileDeviceManagementAuthority?: string | null;
}

/** The tenant's rules for Temporary Access Passes. */
export interface TemporaryAccessPassPolicy {
  id?: string;
  /** `enabled` or `disabled`. */
  state?: string | null;
  defaultLifetimeInMinutes?: number | null;
  minimumLifetimeInMinutes?: number | null;
  maximumLifetimeInMinutes?: number | null;
  defaultLength?: number | null;
  isUsableOnce?: boolean | null;
  includeTargets?: { id?: string | null; targetType?: string | null }[] | null;
  excludeTargets?: { id?: string | null; targetType?: string | null }[] | null;
}

/** An enrolment that failed. */
export interface EnrollmentTroubleshootingEvent {
  id?: string;
  eventDateTime?: string | null;
  correlationId?: string | null;
  managedDeviceIdentifier?: string | null;
  operatingSystem?: string | null;
  osVersion?: string | null;
  deviceId?: string | null;
  enrollmentType?: string | null;
  failureCategory?: string | null;
  failureReason?: string | null;
}

/** What Defender reports of one managed device; `managedDeviceId` is ours. */
export interface WindowsProtectionState {
  managedDeviceId?: string;
  realTimeProtectionEnabled?: boolean | null;
  signatureUpdateOverdue?: boolean | null;
  malwareProtectionEnabled?: boolean | null;
  tamperProtectionEnabled?: boolean | null;
  rebootRequired?: boolean | null;
  lastReportedDateTime?: string | null;
}

export interface AutopilotDevice {
  id?: string;
  serialNumber?: string | null;
  model?: string | null;
  enrollmentState?: string | null;
  lastContactedDateTime?: string | null;
  managedDeviceId?: string | null;
  azureActiveDirectoryDeviceId?: string | null;
}

/** Keys beside the eleven of the `--graph` file: context for the remedies, no verdict rests on them. */
export type GraphContextKey =
  | 'temporaryAccessPassPolicy'
  | 'adminRoles'
  | 'deviceManagementTroubleshootingEvents'
  | 'windowsProtectionStates'
  | 'windowsAutopilotDeviceIdentities'
  | 'cohort';

/** Other people of the tenant who fail the same way, counted over the last window. */
export interface Cohort {
  users?: number | null;
  windowMinutes?: number | null;
  policyId?: string | null;
}

/** The keys that hold something Graph was asked for. */
export type GraphKey =
  | 'user'
  | 'devices'
  | 'deletedDevices'
  | 'signIns'
  | 'managedDevices'
  | 'complianceSettings'
  | 'compliancePolicies'
  | 'conditionalAccessPolicies'
  | 'directoryAudits'
  | 'deviceManagementAudits'
  | 'organization';

/** Why a key is absent (or incomplete). `forbidden` is a 403 and never "there is none". */
export interface GraphGap {
  /** A {@link GraphKey} or a `key.property` path. */
  key: string;
  reason: 'forbidden' | 'throttled' | 'unavailable' | 'timed-out' | 'unreadable' | 'not-licensed' | 'not-asked' | 'incomplete';
  /** The least application permission that would have answered, when that is what is missing. */
  permission?: string;
}

export interface GraphAnswers {
  user?: GraphUser | null;
  devices?: GraphDevice[];
  deletedDevices?: GraphDevice[];
  signIns?: SignIn[];
  managedDevices?: ManagedDevice[];
  complianceSettings?: ComplianceSetting[];
  compliancePolicies?: CompliancePolicy[];
  conditionalAccessPolicies?: ConditionalAccessPolicy[];
  directoryAudits?: DirectoryAudit[];
  deviceManagementAudits?: DeviceManagementAudit[];
  organization?: Organization | null;
  /** Keys or `key.property` paths that answered 403, e.g. `signIns.appliedConditionalAccessPolicies`. */
  forbidden?: string[];
  cohort?: Cohort | null;
  temporaryAccessPassPolicy?: TemporaryAccessPassPolicy;
  /** Template ids of the administrator roles the person holds: they decide who may issue a pass for them. */
  adminRoles?: string[];
  deviceManagementTroubleshootingEvents?: EnrollmentTroubleshootingEvent[];
  windowsProtectionStates?: WindowsProtectionState[];
  windowsAutopilotDeviceIdentities?: AutopilotDevice[];
  /** Ours: why anything else is missing. */
  gaps?: GraphGap[];
  /** Ours: when each key was read (ISO, UTC). */
  readAt?: Partial<Record<GraphKey | GraphContextKey, string>>;
  /** Ours: the deviceIds that were asked for by name, found or not (lower case). */
  askedDeviceIds?: string[];
}
