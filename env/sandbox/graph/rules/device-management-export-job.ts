import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `deviceManagementExportJob`: its properties, and which of them a query may filter by, with which operators. */
export const deviceManagementExportJob = typeRule('deviceManagementExportJob', 'intune', {
  plain:
    'id expirationDateTime filter format localizationType reportName requestDateTime select snapshotId status ' +
    'url',
});
