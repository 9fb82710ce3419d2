import { typeRule } from './type-rule.ts';

/** Documented properties of `deviceLocalCredentialInfo` without the credentials. */
export const deviceLocalCredentialInfo = typeRule('deviceLocalCredentialInfo', 'directory', {
  plain: 'id deviceName lastBackupDateTime refreshDateTime',
});
