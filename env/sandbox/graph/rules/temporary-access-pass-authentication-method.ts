import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `temporaryAccessPassAuthenticationMethod`, and what a query may do with it. */
export const temporaryAccessPassAuthenticationMethod = typeRule('temporaryAccessPassAuthenticationMethod', 'authentication', {
  plain:
    'id createdDateTime isUsable isUsableOnce lifetimeInMinutes methodUsabilityReason startDateTime ' +
    'temporaryAccessPass',
});
