import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `managedDevice`, and what a query may do with it. */
export const managedDevice = typeRule('managedDevice', 'intune', {
  filterable: {
    'eq':
      'azureADDeviceId',
    'gt lt':
      'complianceGracePeriodExpirationDateTime enrolledDateTime lastSyncDateTime',
    'eq or':
      'complianceState deviceCategoryDisplayName exchangeAccessState imei jailBroken managementAgent ' +
      'managementState manufacturer operatingSystem serialNumber',
    'contains eq':
      'deviceName model',
    'contains':
      'emailAddress osVersion phoneNumber',
    'eq ne':
      'userPrincipalName',
  },
  plain:
    'id activationLockBypassCode androidSecurityPatchLevel azureADRegistered ' +
    'configurationManagerClientEnabledFeatures deviceActionResults deviceEnrollmentType ' +
    'deviceHealthAttestationState deviceRegistrationState easActivated easActivationDateTime easDeviceId ' +
    'enrollmentProfileName ethernetMacAddress exchangeAccessStateReason exchangeLastSuccessfulSyncDateTime ' +
    'freeStorageSpaceInBytes iccid isEncrypted isSupervised managedDeviceName managedDeviceOwnerType ' +
    'managementCertificateExpirationDate meid notes partnerReportedThreatState physicalMemoryInBytes ' +
    'remoteAssistanceSessionErrorDetails remoteAssistanceSessionUrl requireUserEnrollmentApproval ' +
    'subscriberCarrier totalStorageSpaceInBytes udid userDisplayName userId wiFiMacAddress',
  onlyOnSelect:
    'activationLockBypassCode ethernetMacAddress iccid notes physicalMemoryInBytes remoteAssistanceSessionUrl ' +
    'udid',
});
