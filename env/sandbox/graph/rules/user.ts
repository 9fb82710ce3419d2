import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `user`, and what a query may do with it. */
export const user = typeRule('user', 'directory', {
  filterable: {
    'eq in ne not':
      'accountEnabled ageGroup consentProvidedForMinor creationType externalUserState ' +
      'externalUserStateChangeDateTime onPremisesExtensionAttributes onPremisesSyncEnabled passwordProfile ' +
      'userType',
    '/$count eq 0 /$count ne 0 eq not':
      'assignedLicenses',
    'eq not':
      'assignedPlans serviceProvisioningErrors',
    'eq ge le not startsWith':
      'businessPhones imAddresses securityIdentifier',
    'eq ge in le ne not startsWith':
      'city companyName country displayName employeeId employeeType faxNumber givenName jobTitle mailNickname ' +
      'mobilePhone officeLocation onPremisesSamAccountName onPremisesUserPrincipalName postalCode ' +
      'preferredLanguage state streetAddress surname usageLocation',
    'eq ge in le ne not':
      'createdDateTime department employeeHireDate employeeLeaveDateTime employeeOrgData onPremisesImmutableId ' +
      'onPremisesLastSyncDateTime',
    'eq ne not startsWith':
      'customSecurityAttributes',
    'eq':
      'identities',
    'endsWith eq ge in le ne not startsWith':
      'mail userPrincipalName',
    'eq ge le not':
      'onPremisesProvisioningErrors provisionedPlans',
    '/$count eq 0 /$count ne 0 endsWith eq ge in le not startsWith':
      'otherMails',
    'ne not':
      'passwordPolicies',
    '/$count eq 0 /$count ne 0 endsWith eq ge le not startsWith':
      'proxyAddresses',
    'eq ge le ne not':
      'signInActivity',
  },
  plain:
    'id deletedDateTime aboutMe authorizationInfo birthday deviceEnrollmentLimit hireDate identityParentId ' +
    'interests isManagementRestricted isResourceAccount lastPasswordChangeDateTime ' +
    'legalAgeGroupClassification licenseAssignmentStates mailboxSettings mySite onPremisesDistinguishedName ' +
    'onPremisesDomainName onPremisesSecurityIdentifier pastProjects preferredDataLocation preferredName print ' +
    'responsibilities schools showInAddressList signInSessionsValidFromDateTime skills',
  onlyOnSelect:
    'aboutMe accountEnabled ageGroup assignedLicenses assignedPlans birthday city companyName ' +
    'consentProvidedForMinor country createdDateTime creationType customSecurityAttributes department ' +
    'employeeHireDate employeeId employeeOrgData employeeType externalUserState ' +
    'externalUserStateChangeDateTime faxNumber hireDate identities imAddresses interests ' +
    'isManagementRestricted lastPasswordChangeDateTime legalAgeGroupClassification licenseAssignmentStates ' +
    'mailboxSettings mailNickname mySite onPremisesDistinguishedName onPremisesDomainName ' +
    'onPremisesExtensionAttributes onPremisesImmutableId onPremisesLastSyncDateTime ' +
    'onPremisesProvisioningErrors onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled ' +
    'onPremisesUserPrincipalName otherMails passwordPolicies passwordProfile pastProjects postalCode ' +
    'preferredName provisionedPlans proxyAddresses responsibilities schools signInActivity ' +
    'signInSessionsValidFromDateTime skills state streetAddress usageLocation userType',
  sortable: 'displayName userPrincipalName',
});
