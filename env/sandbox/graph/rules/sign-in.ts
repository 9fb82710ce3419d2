import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `signIn`, and what a query may do with it. */
export const signIn = typeRule('signIn', 'reports', {
  filterable: {
    'eq startsWith':
      'appDisplayName ipAddress riskEventTypes_v2 userDisplayName userPrincipalName',
    'eq':
      'appId clientAppUsed conditionalAccessStatus correlationId resourceDisplayName resourceId riskDetail ' +
      'riskLevelAggregated riskLevelDuringSignIn riskState userId',
    'eq ge le':
      'createdDateTime',
  },
  plain:
    'id appliedConditionalAccessPolicies authenticationAppDeviceDetails deviceDetail homeTenantId isInteractive ' +
    'location status resourceTenantId riskEventTypes servicePrincipalId servicePrincipalName userAgent',
  paths: {
    eq: 'status/errorCode',
    'eq startsWith': 'deviceDetail/browser deviceDetail/operatingSystem location/city location/state location/countryOrRegion',
  },
  sortable: 'createdDateTime',
});
