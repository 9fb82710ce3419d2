import type { Operation } from '../operation.ts';
import { auditEvents } from './audit-events.ts';
import { autopilot } from './autopilot.ts';
import { bitlocker } from './bitlocker.ts';
import { compliancePolicies } from './compliance-policies.ts';
import { complianceReports } from './compliance-reports.ts';
import { complianceSettingSummaries } from './compliance-setting-summaries.ts';
import { complianceStates } from './compliance-states.ts';
import { conditionalAccessPolicies } from './conditional-access-policies.ts';
import { deletedDevices } from './deleted-devices.ts';
import { devices } from './devices.ts';
import { directoryAudits } from './directory-audits.ts';
import { evaluate } from './evaluate.ts';
import { exportJobs } from './export-jobs.ts';
import { groupAssignments } from './group-assignments.ts';
import { localCredentials } from './local-credentials.ts';
import { managedDevices } from './managed-devices.ts';
import { memberships } from './memberships.ts';
import { organization } from './organization.ts';
import { passes } from './passes.ts';
import { roleManagement } from './role-management.ts';
import { signIns } from './sign-ins.ts';
import { troubleshootingEvents } from './troubleshooting-events.ts';
import { userDevices } from './user-devices.ts';
import { users } from './users.ts';

/** Every call the sandbox answers; a new one is a line in its resource's file. */
export const operations: readonly Operation[] = [
  ...users,
  ...userDevices,
  ...memberships,
  ...devices,
  ...deletedDevices,
  ...signIns,
  ...directoryAudits,
  ...conditionalAccessPolicies,
  ...evaluate,
  ...groupAssignments,
  ...passes,
  ...managedDevices,
  ...complianceStates,
  ...complianceSettingSummaries,
  ...compliancePolicies,
  ...complianceReports,
  ...exportJobs,
  ...auditEvents,
  ...autopilot,
  ...troubleshootingEvents,
  ...organization,
  ...roleManagement,
  ...bitlocker,
  ...localCredentials,
];
