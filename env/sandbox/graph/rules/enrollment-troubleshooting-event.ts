import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `enrollmentTroubleshootingEvent`: its properties, and which of them a query may filter by, with which operators. */
export const enrollmentTroubleshootingEvent = typeRule('enrollmentTroubleshootingEvent', 'intune', {
  plain:
    'id correlationId eventDateTime deviceId enrollmentType failureCategory failureReason ' +
    'managedDeviceIdentifier operatingSystem osVersion userId',
});
