/** An app registration with what an administrator has consented to. */
export interface Registration {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Application permissions. */
  readonly roles: readonly string[];
  /** Delegated permissions that have consent. */
  readonly scopes: readonly string[];
}

const readerRoles = [
  'User.Read.All',
  'Device.Read.All',
  'AuditLog.Read.All',
  'Policy.Read.All',
  'Policy.Read.AuthenticationMethod',
  'DeviceManagementManagedDevices.Read.All',
  'DeviceManagementConfiguration.Read.All',
];

const optionalReaderRoles = [
  'DeviceManagementServiceConfig.Read.All',
  'DeviceManagementApps.Read.All',
  'RoleAssignmentSchedule.Read.Directory',
  'PrivilegedAssignmentSchedule.Read.AzureADGroup',
  'UserAuthMethod-TAP.Read.All',
  'BitlockerKey.ReadBasic.All',
  'DeviceLocalCredential.ReadBasic.All',
];

const actionScopes = [
  'User.Read',
  'Policy.Read.All',
  'Policy.ReadWrite.ConditionalAccess',
  'Application.Read.All',
  'AuditLog.Read.All',
  'PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup',
  'GroupMember.ReadWrite.All',
  'UserAuthMethod-TAP.ReadWrite.All',
  'Directory.AccessAsUser.All',
  'DeviceManagementManagedDevices.PrivilegedOperations.All',
  'User.RevokeSessions.All',
];

/** Reads everything the helpdesk may want to know, the optional permissions included. */
export const reader: Registration = {
  name: 'Contoso Helpdesk Reader',
  clientId: 'b07b07b0-0000-4000-8000-00000000c001',
  clientSecret: 'contoso-sandbox-reader-secret',
  roles: [...readerRoles, ...optionalReaderRoles],
  scopes: [],
};

/** Reads with the bare minimum of consent: no optional permission. */
export const leastReader: Registration = {
  name: 'Contoso Helpdesk Reader (least)',
  clientId: 'b07b07b0-0000-4000-8000-00000000c002',
  clientSecret: 'contoso-sandbox-least-reader-secret',
  roles: readerRoles,
  scopes: [],
};

/** Reads the logs but not Conditional Access: sign-in rows come without their policies. */
export const logReader: Registration = {
  name: 'Contoso Log Reader',
  clientId: 'b07b07b0-0000-4000-8000-00000000c003',
  clientSecret: 'contoso-sandbox-log-reader-secret',
  roles: ['AuditLog.Read.All', 'User.Read.All', 'Device.Read.All'],
  scopes: [],
};

/** Acts for the person who presses a button; holds nothing of its own. */
export const actions: Registration = {
  name: 'Contoso Helpdesk Actions',
  clientId: 'b07b07b0-0000-4000-8000-00000000c004',
  clientSecret: 'contoso-sandbox-actions-secret',
  roles: [],
  scopes: actionScopes,
};

/** Consented to nothing at all. */
export const bare: Registration = {
  name: 'Contoso Bare App',
  clientId: 'b07b07b0-0000-4000-8000-00000000c005',
  clientSecret: 'contoso-sandbox-bare-secret',
  roles: [],
  scopes: [],
};

export const registrations: readonly Registration[] = [reader, leastReader, logReader, actions, bare];
