import { collection } from '../odata/collection.ts';
import { operation } from '../operation.ts';
import { bitlockerRecoveryKey } from '../rules/bitlocker-recovery-key.ts';

/** That a recovery key exists, and since when; never the key. */
export const bitlocker = [
  operation('GET /informationProtection/bitlocker/recoveryKeys', 'unlisted', 'directory', (call) =>
    collection(call, bitlockerRecoveryKey, call.contoso.recoveryKeys),
  ),
];
