import { collaborationChangedHoursAgo, collaborationConditions, policyIdOf, policyNames } from './conditional-access.ts';
import { compliancePolicyIds } from './compliance-policies.ts';
import { guid } from './ids.ts';
import type { Stage } from './stage.ts';
import { staff } from './staff.ts';

/** Who changed which policy, as the two audit logs tell it: the directory's and Intune's. */
export function seedPolicyHistory(stage: Stage): void {
  const { at, contoso } = stage;
  const version = (state: string): object => ({
    id: policyIdOf('collaboration'),
    displayName: policyNames.collaboration,
    state,
    conditions: collaborationConditions(),
    grantControls: { operator: 'OR', builtInControls: ['domainJoinedDevice'] },
  });
  stage.audit({
    at: at.hoursAgo(collaborationChangedHoursAgo),
    activity: 'Update Conditional Access policy',
    service: 'Conditional Access',
    category: 'Policy',
    operation: 'Update',
    by: { person: staff.conditionalAccess },
    target: { id: policyIdOf('collaboration'), name: policyNames.collaboration, type: 'Policy' },
    changes: { ConditionalAccessPolicy: [version('enabledForReportingButNotEnforced'), version('enabled')] },
  });
  stage.audit({
    at: at.daysAgo(20),
    activity: 'Add Conditional Access policy',
    service: 'Conditional Access',
    category: 'Policy',
    operation: 'Add',
    by: { person: staff.conditionalAccess },
    target: { id: policyIdOf('collaboration'), name: policyNames.collaboration, type: 'Policy' },
    changes: { ConditionalAccessPolicy: [null, version('enabledForReportingButNotEnforced')] },
  });
  contoso.deviceManagementAudits.push({
    id: guid('intune-audit/finance'),
    displayName: 'Patch DeviceCompliancePolicy',
    componentName: 'DeviceCompliance',
    actor: {
      auditActorType: 'ItPro',
      userPermissions: [],
      applicationId: '5926fc8e-304e-4f59-8bed-58ca97cc39a4',
      applicationDisplayName: 'Microsoft Intune portal extension',
      userPrincipalName: staff.intune.upn,
      servicePrincipalName: null,
      ipAddress: null,
      userId: staff.intune.id,
    },
    activity: 'Patch DeviceCompliancePolicy',
    activityDateTime: at.daysAgo(19),
    activityType: 'Patch DeviceCompliancePolicy',
    activityOperationType: 'Patch',
    activityResult: 'Success',
    correlationId: guid('intune-audit-correlation/finance'),
    category: 'Compliance',
    resources: [
      {
        displayName: 'Windows kiosk compliance',
        auditResourceType: 'DeviceCompliancePolicy',
        resourceId: compliancePolicyIds.kiosks,
        modifiedProperties: [{ displayName: 'Description', oldValue: '', newValue: 'For the lobby' }],
      },
    ],
  });
}
