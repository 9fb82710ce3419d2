import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `windowsAutopilotDeviceIdentity`, and what a query may do with it. */
export const windowsAutopilotDeviceIdentity = typeRule('windowsAutopilotDeviceIdentity', 'intune', {
  filterable: { contains: 'serialNumber' },
  plain:
    'id addressableUserName azureActiveDirectoryDeviceId displayName enrollmentState groupTag ' +
    'lastContactedDateTime managedDeviceId manufacturer model productKey purchaseOrderIdentifier resourceName ' +
    'skuNumber systemFamily userPrincipalName',
});
