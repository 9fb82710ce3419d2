import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `windowsProtectionState`, and what a query may do with it. */
export const windowsProtectionState = typeRule('windowsProtectionState', 'intune', {
  plain:
    'id antiMalwareVersion controlledConfigurationEnabled deviceState engineVersion fullScanOverdue ' +
    'fullScanRequired isVirtualMachine lastFullScanDateTime lastFullScanSignatureVersion ' +
    'lastQuickScanDateTime lastQuickScanSignatureVersion lastReportedDateTime malwareProtectionEnabled ' +
    'networkInspectionSystemEnabled productStatus quickScanOverdue realTimeProtectionEnabled rebootRequired ' +
    'signatureUpdateOverdue signatureVersion tamperProtectionEnabled',
});
