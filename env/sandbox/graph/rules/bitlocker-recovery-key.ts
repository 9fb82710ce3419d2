import { typeRule } from './type-rule.ts';

/** Documented properties of `bitlockerRecoveryKey`; `key` needs a stronger permission and is not kept here. */
export const bitlockerRecoveryKey = typeRule('bitlockerRecoveryKey', 'directory', {
  filterable: { eq: 'deviceId' },
  plain: 'id createdDateTime volumeType',
});
