import { notFound } from '../errors.ts';
import { collection, single } from '../odata/collection.ts';
import { operation } from '../operation.ts';
import { holdBackControls } from '../prefer.ts';
import { conditionalAccessPolicy } from '../rules/conditional-access-policy.ts';
import { sameText } from './find.ts';

export const conditionalAccessPolicies = [
  operation('GET /identity/conditionalAccess/policies', 'conditionalAccess', 'conditionalAccess', (call) =>
    collection(call, conditionalAccessPolicy, call.contoso.conditionalAccessPolicies, {
      polish: (row) => holdBackControls(row, call),
    }),
  ),
  operation('GET /identity/conditionalAccess/policies/{id}', 'conditionalAccess', 'conditionalAccess', (call) => {
    const id = call.params[0] ?? '';
    const policy = call.contoso.conditionalAccessPolicies.find((candidate) => sameText(candidate['id'], id));
    if (!policy) throw notFound('conditionalAccess', id);
    return single(call, conditionalAccessPolicy, policy, { polish: (row) => holdBackControls(row, call) });
  }),
];
