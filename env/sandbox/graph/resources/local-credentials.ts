import { notFound } from '../errors.ts';
import { single } from '../odata/collection.ts';
import { operation } from '../operation.ts';
import { deviceLocalCredentialInfo } from '../rules/device-local-credential-info.ts';

/** When Windows LAPS last backed a local administrator's password up; the password itself is not in the sandbox. */
export const localCredentials = [
  operation('GET /directory/deviceLocalCredentials/{id}', 'unlisted', 'directory', (call) => {
    const id = (call.params[0] ?? '').toLowerCase();
    const row = call.contoso.localCredentials.get(id);
    if (!row) throw notFound('directory', id);
    return single(call, deviceLocalCredentialInfo, row);
  }),
];
