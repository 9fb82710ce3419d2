import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `organization`, and what a query may do with it. */
export const organization = typeRule('organization', 'directory', {
  plain:
    'id deletedDateTime assignedPlans businessPhones city country countryLetterCode createdDateTime ' +
    'defaultUsageLocation displayName marketingNotificationEmails mobileDeviceManagementAuthority ' +
    'onPremisesLastSyncDateTime onPremisesSyncEnabled partnerTenantType postalCode preferredLanguage ' +
    'privacyProfile provisionedPlans securityComplianceNotificationMails securityComplianceNotificationPhones ' +
    'state street technicalNotificationMails tenantType verifiedDomains',
});
