import { roleTemplates, type RoleName } from './roles.ts';

const ids = (...names: RoleName[]): string[] => names.map((name) => roleTemplates[name]);

const logReaders = ids(
  'Global Administrator', 'Global Reader', 'Security Administrator', 'Security Operator', 'Security Reader',
  'Reports Reader', 'Cloud Device Administrator',
);
const policyReaders = ids(
  'Global Administrator', 'Global Reader', 'Security Administrator', 'Security Reader', 'Conditional Access Administrator',
);
const intuneReaders = ids('Global Administrator', 'Global Reader', 'Intune Administrator', 'Security Administrator', 'Security Reader');
const passReaders = ids(
  'Global Administrator', 'Global Reader', 'Authentication Administrator', 'Privileged Authentication Administrator',
);

/**
 * Calls that, on behalf of a person, also ask for one of that person's roles. Calls that are not here are open to members.
 * @see https://learn.microsoft.com/entra/identity/monitoring-health/howto-access-activity-logs
 */
export const readingRoles: Readonly<Record<string, readonly string[] | undefined>> = {
  'GET /auditLogs/signIns': logReaders,
  'GET /auditLogs/signIns/{id}': logReaders,
  'GET /auditLogs/directoryAudits': logReaders,
  'GET /identity/conditionalAccess/policies': policyReaders,
  'GET /identity/conditionalAccess/policies/{id}': policyReaders,
  'POST /identity/conditionalAccess/evaluate': policyReaders,
  'GET /deviceManagement/managedDevices': intuneReaders,
  'GET /deviceManagement/managedDevices/{id}': intuneReaders,
  'GET /deviceManagement/managedDevices/{id}/windowsProtectionState': intuneReaders,
  'GET /deviceManagement/managedDevices/{id}/deviceCompliancePolicyStates': intuneReaders,
  'GET /deviceManagement/managedDevices/{id}/deviceCompliancePolicyStates/{id}/settingStates': intuneReaders,
  'GET /deviceManagement/deviceCompliancePolicies': intuneReaders,
  'GET /deviceManagement/auditEvents': intuneReaders,
  'POST /deviceManagement/reports/getNoncompliantDevicesAndSettingsReport': intuneReaders,
  'POST /deviceManagement/reports/getDeviceNonComplianceReport': intuneReaders,
  'GET /users/{id}/authentication/temporaryAccessPassMethods': passReaders,
};
