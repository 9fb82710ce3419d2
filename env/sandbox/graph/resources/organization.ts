import { collection } from '../odata/collection.ts';
import { operation } from '../operation.ts';
import { organization as rule } from '../rules/organization.ts';

/** A list of one. */
export const organization = [
  operation('GET /organization', 'identity', 'directory', (call) => collection(call, rule, [call.contoso.organization])),
];
