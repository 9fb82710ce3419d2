/**
 * Which permissions open which call, least first, as Microsoft publishes them; a name in `all` must be held besides.
 * One name of the list is enough. An empty list means that Microsoft has published none.
 * @see https://learn.microsoft.com/graph/permissions-reference
 */
export interface PermissionRow {
  readonly app: string;
  readonly delegated: string;
  /** Every one of these is needed (per token kind); then the lists above only say which names play a part. */
  readonly all?: { readonly app: string; readonly delegated: string };
}

export const permissions: Readonly<Record<string, PermissionRow>> = {
  'GET /users/{id}': {
    app:
      'User.ReadBasic.All DeviceManagementApps.Read.All DeviceManagementManagedDevices.Read.All ' +
      'DeviceManagementServiceConfig.Read.All Directory.Read.All User.Read.All ' +
      'DeviceManagementConfiguration.Read.All User.ReadWrite.All DeviceManagementApps.ReadWrite.All ' +
      'DeviceManagementConfiguration.ReadWrite.All DeviceManagementManagedDevices.ReadWrite.All ' +
      'DeviceManagementServiceConfig.ReadWrite.All Directory.ReadWrite.All',
    delegated:
      'User.ReadBasic.All User.Read DeviceManagementApps.Read.All DeviceManagementConfiguration.Read.All ' +
      'DeviceManagementManagedDevices.Read.All DeviceManagementServiceConfig.Read.All Directory.Read.All ' +
      'User.Read.All User.ReadWrite.All DeviceManagementApps.ReadWrite.All ' +
      'DeviceManagementConfiguration.ReadWrite.All DeviceManagementManagedDevices.ReadWrite.All ' +
      'DeviceManagementServiceConfig.ReadWrite.All User.ReadWrite Directory.ReadWrite.All',
  },
  'GET /me': {
    app:
      '',
    delegated:
      'User.Read User.ReadBasic.All Directory.Read.All User.Read.All User.ReadWrite Directory.ReadWrite.All ' +
      'User.ReadWrite.All',
  },
  'GET /users/{id}/registeredDevices': {
    app:
      'User.Read.All Directory.Read.All Directory.ReadWrite.All User.ReadWrite.All',
    delegated:
      'User.Read Directory.Read.All User.Read.All Directory.ReadWrite.All User.ReadWrite.All',
  },
  'GET /users/{id}/registeredDevices/microsoft.graph.device': {
    app:
      'User.Read.All Directory.Read.All Directory.ReadWrite.All User.ReadWrite.All',
    delegated:
      'User.Read Directory.Read.All User.Read.All Directory.ReadWrite.All User.ReadWrite.All',
  },
  'GET /users/{id}/ownedDevices': {
    app:
      'User.Read.All Directory.Read.All Directory.ReadWrite.All User.ReadWrite.All',
    delegated:
      'User.Read Directory.Read.All User.Read.All Directory.ReadWrite.All User.ReadWrite.All',
  },
  'GET /users/{id}/managedDevices': {
    app:
      'DeviceManagementManagedDevices.Read.All DeviceManagementManagedDevices.ReadWrite.All',
    delegated:
      'DeviceManagementManagedDevices.Read.All DeviceManagementManagedDevices.ReadWrite.All',
  },
  'GET /users/{id}/deviceManagementTroubleshootingEvents': {
    app:
      'DeviceManagementManagedDevices.Read.All DeviceManagementManagedDevices.ReadWrite.All',
    delegated:
      'DeviceManagementManagedDevices.Read.All DeviceManagementManagedDevices.ReadWrite.All',
  },
  'GET /users/{id}/transitiveMemberOf': {
    app:
      'User.Read.All Directory.Read.All Group.Read.All Group.ReadBasic.All GroupMember.Read.All ' +
      'GroupMember.ReadBasic.All Directory.ReadWrite.All',
    delegated:
      'User.Read Group.ReadBasic.All Directory.Read.All Group.Read.All GroupMember.Read.All ' +
      'GroupMember.ReadBasic.All User.Read.All Directory.ReadWrite.All',
  },
  'GET /users/{id}/transitiveMemberOf/microsoft.graph.directoryRole': {
    app:
      'User.Read.All Directory.Read.All Group.Read.All Group.ReadBasic.All GroupMember.Read.All ' +
      'GroupMember.ReadBasic.All Directory.ReadWrite.All',
    delegated:
      'User.Read Group.ReadBasic.All Directory.Read.All Group.Read.All GroupMember.Read.All ' +
      'GroupMember.ReadBasic.All User.Read.All Directory.ReadWrite.All',
  },
  'POST /users/{id}/checkMemberObjects': {
    app:
      'User.Read.All Directory.Read.All User.ReadWrite.All Directory.ReadWrite.All',
    delegated:
      'User.Read User.Read.All Directory.Read.All User.ReadWrite.All Directory.ReadWrite.All',
  },
  'GET /devices': {
    app:
      'Device.Read.All Directory.Read.All Device.ReadWrite.All Directory.ReadWrite.All',
    delegated:
      'Device.Read.All Directory.Read.All Directory.ReadWrite.All',
  },
  'GET /devices/{id}': {
    app:
      'Device.Read.All Directory.Read.All Device.ReadWrite.All Directory.ReadWrite.All',
    delegated:
      'Device.Read.All Directory.Read.All Directory.ReadWrite.All',
  },
  "GET /devices(deviceId='{deviceId}')": {
    app:
      'Device.Read.All Directory.Read.All Device.ReadWrite.All Directory.ReadWrite.All',
    delegated:
      'Device.Read.All Directory.Read.All Directory.ReadWrite.All',
  },
  'GET /devices/{id}/registeredUsers': {
    app:
      'Device.Read.All Directory.Read.All Device.ReadWrite.All Directory.ReadWrite.All',
    delegated:
      'Device.Read.All Directory.Read.All Directory.ReadWrite.All',
  },
  'GET /devices/delta': {
    app:
      'Device.Read.All',
    delegated:
      'Device.Read.All',
  },
  'PATCH /devices/{id}': {
    app:
      'Device.ReadWrite.All Directory.ReadWrite.All',
    delegated:
      'Directory.AccessAsUser.All',
  },
  'DELETE /devices/{id}': {
    app:
      'Device.ReadWrite.All',
    delegated:
      'Directory.AccessAsUser.All',
  },
  'GET /directory/deletedItems/microsoft.graph.device': {
    app:
      'Device.Read.All Directory.Read.All',
    delegated:
      'Device.Read.All Directory.Read.All',
  },
  'POST /directory/deletedItems/{id}/restore': {
    app:
      '',
    delegated:
      '',
  },
  'GET /auditLogs/signIns': {
    app:
      'AuditLog.Read.All',
    delegated:
      'AuditLog.Read.All',
  },
  'GET /auditLogs/signIns/{id}': {
    app:
      'AuditLog.Read.All',
    delegated:
      'AuditLog.Read.All',
  },
  'GET /auditLogs/directoryAudits': {
    app:
      'AuditLog.Read.All Directory.Read.All',
    delegated:
      'AuditLog.Read.All Directory.Read.All',
  },
  'GET /identity/conditionalAccess/policies': {
    app:
      'Policy.Read.All',
    delegated:
      'Policy.Read.All',
  },
  'GET /identity/conditionalAccess/policies/{id}': {
    app:
      'Policy.Read.All',
    delegated:
      'Policy.Read.All',
  },
  'POST /identity/conditionalAccess/evaluate': {
    app:
      'Policy.Read.ConditionalAccess Policy.Read.All Policy.ReadWrite.ConditionalAccess',
    delegated:
      'Policy.Read.ConditionalAccess Policy.Read.All Policy.ReadWrite.ConditionalAccess',
  },
  'PATCH /identity/conditionalAccess/policies/{id}': {
    app:
      'Policy.Read.All Application.Read.All Policy.ReadWrite.ConditionalAccess',
    delegated:
      'Application.Read.All Policy.Read.All Policy.ReadWrite.ConditionalAccess',
    all: {
      app: 'Policy.Read.All Policy.ReadWrite.ConditionalAccess',
      delegated: 'Policy.Read.All Policy.ReadWrite.ConditionalAccess Application.Read.All',
    },
  },
  'POST /groups/{id}/members/$ref': {
    app:
      'GroupMember.ReadWrite.All Group.ReadWrite.All Directory.ReadWrite.All',
    delegated:
      'GroupMember.ReadWrite.All Group.ReadWrite.All Directory.ReadWrite.All',
  },
  'DELETE /groups/{id}/members/{id}/$ref': {
    app:
      'GroupMember.ReadWrite.All Directory.ReadWrite.All Group.ReadWrite.All',
    delegated:
      'GroupMember.ReadWrite.All Directory.ReadWrite.All Group.ReadWrite.All',
  },
  'POST /identityGovernance/privilegedAccess/group/assignmentScheduleRequests': {
    app:
      'PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup PrivilegedAssignmentSchedule.Remove.AzureADGroup',
    delegated:
      'PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup PrivilegedAssignmentSchedule.Remove.AzureADGroup',
  },
  'GET /identityGovernance/privilegedAccess/group/assignmentScheduleInstances': {
    app:
      'PrivilegedAssignmentSchedule.Read.AzureADGroup PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup',
    delegated:
      'PrivilegedAssignmentSchedule.Read.AzureADGroup PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup',
  },
  'POST /users/{id}/revokeSignInSessions': {
    app:
      'User.RevokeSessions.All Directory.ReadWrite.All User.ReadWrite.All',
    delegated:
      'User.RevokeSessions.All Directory.ReadWrite.All User.ReadWrite.All',
  },
  'GET /users/{id}/authentication/temporaryAccessPassMethods': {
    app:
      'UserAuthMethod-TAP.Read.All UserAuthenticationMethod.Read.All UserAuthenticationMethod.ReadWrite.All ' +
      'UserAuthMethod-TAP.ReadWrite.All',
    delegated:
      'UserAuthMethod-TAP.Read UserAuthenticationMethod.Read UserAuthMethod-TAP.Read.All ' +
      'UserAuthenticationMethod.Read.All UserAuthenticationMethod.ReadWrite.All UserAuthMethod-TAP.ReadWrite ' +
      'UserAuthMethod-TAP.ReadWrite.All UserAuthenticationMethod.ReadWrite',
  },
  'POST /users/{id}/authentication/temporaryAccessPassMethods': {
    app:
      'UserAuthMethod-TAP.ReadWrite.All UserAuthenticationMethod.ReadWrite.All',
    delegated:
      'UserAuthMethod-TAP.ReadWrite.All UserAuthenticationMethod.ReadWrite.All',
  },
  'DELETE /users/{id}/authentication/temporaryAccessPassMethods/{id}': {
    app:
      'UserAuthMethod-TAP.ReadWrite.All UserAuthenticationMethod.ReadWrite.All',
    delegated:
      'UserAuthMethod-TAP.ReadWrite UserAuthMethod-TAP.ReadWrite.All UserAuthenticationMethod.ReadWrite ' +
      'UserAuthenticationMethod.ReadWrite.All',
  },
  'GET /policies/authenticationMethodsPolicy/authenticationMethodConfigurations/TemporaryAccessPass': {
    app:
      'Policy.Read.AuthenticationMethod Policy.ReadWrite.AuthenticationMethod',
    delegated:
      'Policy.Read.AuthenticationMethod Policy.ReadWrite.AuthenticationMethod',
  },
  'GET /deviceManagement/managedDevices': {
    app:
      'DeviceManagementManagedDevices.Read.All DeviceManagementConfiguration.Read.All ' +
      'DeviceManagementManagedDevices.ReadWrite.All DeviceManagementConfiguration.ReadWrite.All',
    delegated:
      'DeviceManagementManagedDevices.Read.All DeviceManagementConfiguration.Read.All ' +
      'DeviceManagementManagedDevices.ReadWrite.All DeviceManagementConfiguration.ReadWrite.All',
  },
  'GET /deviceManagement/managedDevices/{id}': {
    app:
      'DeviceManagementManagedDevices.Read.All DeviceManagementConfiguration.Read.All ' +
      'DeviceManagementManagedDevices.ReadWrite.All DeviceManagementConfiguration.ReadWrite.All',
    delegated:
      'DeviceManagementManagedDevices.Read.All DeviceManagementConfiguration.Read.All ' +
      'DeviceManagementManagedDevices.ReadWrite.All DeviceManagementConfiguration.ReadWrite.All',
  },
  'GET /deviceManagement/managedDevices/{id}/windowsProtectionState': {
    app:
      'DeviceManagementManagedDevices.Read.All DeviceManagementManagedDevices.ReadWrite.All',
    delegated:
      'DeviceManagementManagedDevices.Read.All DeviceManagementManagedDevices.ReadWrite.All',
  },
  'GET /deviceManagement/managedDevices/{id}/deviceCompliancePolicyStates': {
    app:
      'DeviceManagementConfiguration.Read.All DeviceManagementManagedDevices.Read.All',
    delegated:
      'DeviceManagementConfiguration.Read.All DeviceManagementManagedDevices.Read.All',
  },
  'GET /deviceManagement/managedDevices/{id}/deviceCompliancePolicyStates/{id}/settingStates': {
    app:
      'DeviceManagementConfiguration.Read.All DeviceManagementManagedDevices.Read.All',
    delegated:
      'DeviceManagementConfiguration.Read.All DeviceManagementManagedDevices.Read.All',
  },
  'GET /deviceManagement/deviceCompliancePolicySettingStateSummaries': {
    app:
      'DeviceManagementConfiguration.Read.All DeviceManagementConfiguration.ReadWrite.All',
    delegated:
      'DeviceManagementConfiguration.Read.All DeviceManagementConfiguration.ReadWrite.All',
  },
  'GET /deviceManagement/deviceCompliancePolicySettingStateSummaries/{id}/deviceComplianceSettingStates': {
    app:
      'DeviceManagementConfiguration.Read.All DeviceManagementConfiguration.ReadWrite.All',
    delegated:
      'DeviceManagementConfiguration.Read.All DeviceManagementConfiguration.ReadWrite.All',
  },
  'GET /deviceManagement/deviceCompliancePolicies': {
    app:
      'DeviceManagementConfiguration.Read.All DeviceManagementConfiguration.ReadWrite.All',
    delegated:
      'DeviceManagementConfiguration.Read.All DeviceManagementConfiguration.ReadWrite.All',
  },
  'GET /deviceManagement/auditEvents': {
    app:
      'DeviceManagementApps.Read.All DeviceManagementApps.ReadWrite.All',
    delegated:
      'DeviceManagementApps.Read.All DeviceManagementApps.ReadWrite.All',
  },
  'POST /deviceManagement/reports/getNoncompliantDevicesAndSettingsReport': {
    app:
      'DeviceManagementConfiguration.Read.All DeviceManagementApps.Read.All DeviceManagementManagedDevices.Read.All ' +
      'DeviceManagementApps.ReadWrite.All DeviceManagementConfiguration.ReadWrite.All ' +
      'DeviceManagementManagedDevices.ReadWrite.All',
    delegated:
      'DeviceManagementConfiguration.Read.All DeviceManagementApps.Read.All DeviceManagementManagedDevices.Read.All ' +
      'DeviceManagementApps.ReadWrite.All DeviceManagementConfiguration.ReadWrite.All ' +
      'DeviceManagementManagedDevices.ReadWrite.All',
  },
  'POST /deviceManagement/reports/getDeviceNonComplianceReport': {
    app:
      'DeviceManagementConfiguration.Read.All DeviceManagementApps.Read.All DeviceManagementManagedDevices.Read.All ' +
      'DeviceManagementApps.ReadWrite.All DeviceManagementConfiguration.ReadWrite.All ' +
      'DeviceManagementManagedDevices.ReadWrite.All',
    delegated:
      'DeviceManagementConfiguration.Read.All DeviceManagementApps.Read.All DeviceManagementManagedDevices.Read.All ' +
      'DeviceManagementApps.ReadWrite.All DeviceManagementConfiguration.ReadWrite.All ' +
      'DeviceManagementManagedDevices.ReadWrite.All',
  },
  'POST /deviceManagement/reports/exportJobs': {
    app:
      'DeviceManagementConfiguration.ReadWrite.All DeviceManagementApps.ReadWrite.All ' +
      'DeviceManagementManagedDevices.ReadWrite.All',
    delegated:
      'DeviceManagementConfiguration.ReadWrite.All DeviceManagementApps.ReadWrite.All ' +
      'DeviceManagementManagedDevices.ReadWrite.All',
  },
  'GET /deviceManagement/reports/exportJobs/{id}': {
    app:
      'DeviceManagementConfiguration.Read.All DeviceManagementApps.Read.All DeviceManagementManagedDevices.Read.All ' +
      'DeviceManagementConfiguration.ReadWrite.All DeviceManagementApps.ReadWrite.All ' +
      'DeviceManagementManagedDevices.ReadWrite.All',
    delegated:
      'DeviceManagementConfiguration.Read.All DeviceManagementApps.Read.All DeviceManagementManagedDevices.Read.All ' +
      'DeviceManagementConfiguration.ReadWrite.All DeviceManagementApps.ReadWrite.All ' +
      'DeviceManagementManagedDevices.ReadWrite.All',
  },
  'GET /deviceManagement/windowsAutopilotDeviceIdentities': {
    app:
      'DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All',
    delegated:
      'DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All',
  },
  'POST /deviceManagement/managedDevices/{id}/syncDevice': {
    app:
      'DeviceManagementManagedDevices.PrivilegedOperations.All',
    delegated:
      'DeviceManagementManagedDevices.PrivilegedOperations.All',
  },
  'GET /organization': {
    app:
      'DeviceManagementServiceConfig.Read.All Directory.Read.All Organization.Read.All User.Read.All ' +
      'DeviceManagementConfiguration.Read.All DeviceManagementConfiguration.ReadWrite.All ' +
      'DeviceManagementServiceConfig.ReadWrite.All Directory.ReadWrite.All Organization.ReadWrite.All',
    delegated:
      'DeviceManagementServiceConfig.Read.All User.Read DeviceManagementConfiguration.Read.All Directory.Read.All ' +
      'Organization.Read.All User.Read.All DeviceManagementConfiguration.ReadWrite.All ' +
      'DeviceManagementServiceConfig.ReadWrite.All Organization.ReadWrite.All Directory.ReadWrite.All',
  },
  'GET /roleManagement/directory/roleDefinitions': {
    app:
      'RoleManagement.Read.Directory Directory.Read.All RoleManagement.Read.All RoleManagement.ReadWrite.Directory ' +
      'Directory.ReadWrite.All',
    delegated:
      'RoleManagement.Read.Directory Directory.Read.All RoleManagement.Read.All RoleManagement.ReadWrite.Directory ' +
      'Directory.ReadWrite.All',
  },
  'GET /roleManagement/directory/roleAssignments': {
    app:
      'RoleManagement.Read.Directory Directory.Read.All RoleManagement.ReadWrite.Directory Directory.ReadWrite.All',
    delegated:
      'RoleManagement.Read.Directory Directory.Read.All RoleManagement.Read.All RoleManagement.ReadWrite.Directory ' +
      'Directory.ReadWrite.All',
  },
  'GET /roleManagement/directory/roleAssignmentScheduleInstances': {
    app:
      'RoleAssignmentSchedule.Read.Directory RoleManagement.Read.All RoleManagement.Read.Directory ' +
      'RoleAssignmentSchedule.ReadWrite.Directory RoleManagement.ReadWrite.Directory',
    delegated:
      'RoleAssignmentSchedule.Read.Directory RoleManagement.Read.All RoleManagement.Read.Directory ' +
      'RoleAssignmentSchedule.ReadWrite.Directory RoleManagement.ReadWrite.Directory',
  },
  "GET /roleManagement/directory/roleAssignmentScheduleInstances/filterByCurrentUser(on='principal')": {
    app:
      'RoleAssignmentSchedule.Read.Directory RoleManagement.Read.All RoleManagement.Read.Directory ' +
      'RoleAssignmentSchedule.ReadWrite.Directory RoleManagement.ReadWrite.Directory',
    delegated:
      'RoleAssignmentSchedule.Read.Directory RoleManagement.Read.All RoleManagement.Read.Directory ' +
      'RoleAssignmentSchedule.ReadWrite.Directory RoleManagement.ReadWrite.Directory',
  },
  'GET /roleManagement/directory/transitiveRoleAssignments': {
    app:
      'RoleManagement.Read.Directory Directory.Read.All Directory.ReadWrite.All RoleManagement.ReadWrite.Directory',
    delegated:
      'RoleManagement.Read.Directory Directory.Read.All Directory.ReadWrite.All RoleManagement.ReadWrite.Directory',
  },
  'GET /devices/$count': {
    app: 'Device.Read.All Directory.Read.All Device.ReadWrite.All Directory.ReadWrite.All',
    delegated: 'Device.Read.All Directory.Read.All Directory.ReadWrite.All',
  },
  'GET /users/$count': {
    app: 'User.Read.All Directory.Read.All',
    delegated: 'User.Read.All Directory.Read.All',
  },
  'GET /users': {
    app: 'User.ReadBasic.All User.Read.All Directory.Read.All',
    delegated: 'User.ReadBasic.All User.Read.All Directory.Read.All',
  },
  'GET /informationProtection/bitlocker/recoveryKeys': {
    app: 'BitlockerKey.ReadBasic.All BitlockerKey.Read.All',
    delegated: 'BitlockerKey.ReadBasic.All BitlockerKey.Read.All',
  },
  'GET /directory/deviceLocalCredentials/{id}': {
    app: 'DeviceLocalCredential.ReadBasic.All DeviceLocalCredential.Read.All',
    delegated: 'DeviceLocalCredential.ReadBasic.All DeviceLocalCredential.Read.All',
  },
};
