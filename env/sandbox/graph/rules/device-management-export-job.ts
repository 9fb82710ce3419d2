import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `deviceManagementExportJob`, and what a query may do with it. */
export const deviceManagementExportJob = typeRule('deviceManagementExportJob', 'intune', {
  plain:
    'id expirationDateTime filter format localizationType reportName requestDateTime select snapshotId status ' +
    'url',
});
