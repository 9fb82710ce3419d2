import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `enrollmentTroubleshootingEvent`, and what a query may do with it. */
export const enrollmentTroubleshootingEvent = typeRule('enrollmentTroubleshootingEvent', 'intune', {
  plain:
    'id correlationId eventDateTime deviceId enrollmentType failureCategory failureReason ' +
    'managedDeviceIdentifier operatingSystem osVersion userId',
});
