import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `windows10CompliancePolicy`, the base type's properties included. */
export const windows10CompliancePolicy = typeRule('windows10CompliancePolicy', 'intune', {
  plain:
    'id createdDateTime description displayName lastModifiedDateTime version bitLockerEnabled ' +
    'codeIntegrityEnabled earlyLaunchAntiMalwareDriverEnabled mobileOsMaximumVersion mobileOsMinimumVersion ' +
    'osMaximumVersion osMinimumVersion passwordBlockSimple passwordExpirationDays ' +
    'passwordMinimumCharacterSetCount passwordMinimumLength passwordMinutesOfInactivityBeforeLock ' +
    'passwordPreviousPasswordBlockCount passwordRequired passwordRequiredToUnlockFromIdle passwordRequiredType ' +
    'requireHealthyDeviceReport secureBootEnabled storageRequireEncryption',
});
