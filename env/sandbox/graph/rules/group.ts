import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `group`, and what a query may do with it. */
export const group = typeRule('group', 'directory', {
  filterable: {
    'eq':
      'assignedLicenses hasMembersWithLicenseErrors',
    'eq ge le ne not startsWith':
      'classification membershipRule',
    'eq ge in le ne not':
      'expirationDateTime onPremisesLastSyncDateTime renewedDateTime',
    'eq not':
      'groupTypes onPremisesProvisioningErrors serviceProvisioningErrors',
    'eq ne not':
      'isAssignableToRole mailEnabled',
    'eq ge in le ne not startsWith':
      'mail mailNickname onPremisesSamAccountName preferredLanguage',
    'eq in ne not':
      'membershipRuleProcessingState onPremisesSyncEnabled securityEnabled',
    '/$count eq 0 /$count ne 0 endsWith eq ge le not startsWith':
      'proxyAddresses',
  },
  plain:
    'id deletedDateTime accessType allowExternalSenders assignedLabels autoSubscribeNewMembers ' +
    'createdDateTime description displayName hideFromAddressLists hideFromOutlookClients infoCatalogs ' +
    'isArchived isFavorite isManagementRestricted isSubscribedByMail licenseProcessingState ' +
    'onPremisesDomainName onPremisesExtensionAttributes onPremisesNetBiosName onPremisesSecurityIdentifier ' +
    'organizationId preferredDataLocation resourceBehaviorOptions resourceProvisioningOptions ' +
    'securityIdentifier theme uniqueName unseenConversationsCount unseenCount unseenMessagesCount visibility ' +
    'welcomeMessageEnabled',
  onlyOnSelect:
    'allowExternalSenders assignedLabels assignedLicenses autoSubscribeNewMembers hideFromAddressLists ' +
    'hideFromOutlookClients isManagementRestricted isSubscribedByMail licenseProcessingState unseenCount',
});
