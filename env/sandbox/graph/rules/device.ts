import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `device`, and what a query may do with it. */
export const device = typeRule('device', 'directory', {
  filterable: {
    'eq in ne not':
      'accountEnabled onPremisesSyncEnabled trustType',
    'eq ge le not':
      'alternativeSecurityIds',
    'eq ge le ne not':
      'approximateLastSignInDateTime',
    'eq ne not startsWith':
      'deviceId mdmAppId',
    'eq ge in le ne not startsWith':
      'displayName',
    'eq ne not':
      'isCompliant isManaged',
    'eq ge in le ne not':
      'onPremisesLastSyncDateTime',
    'eq':
      'onPremisesSecurityIdentifier',
    'eq ge le ne not startsWith':
      'operatingSystem operatingSystemVersion',
    '/$count eq 0 /$count ne 0 eq ge le not startsWith':
      'physicalIds',
    '/$count eq 0 /$count ne 0':
      'systemLabels',
  },
  plain:
    'id deletedDateTime complianceExpirationDateTime deviceCategory deviceMetadata deviceOwnership ' +
    'deviceVersion enrollmentProfileName enrollmentType isManagementRestricted isRooted managementType ' +
    'manufacturer model profileType registrationDateTime',
  onlyOnSelect:
    'isManagementRestricted onPremisesSecurityIdentifier',
  sortable: 'approximateLastSignInDateTime displayName',
});
