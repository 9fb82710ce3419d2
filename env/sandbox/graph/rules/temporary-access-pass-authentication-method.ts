import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `temporaryAccessPassAuthenticationMethod`: its properties, and which of them a query may filter by, with which operators. */
export const temporaryAccessPassAuthenticationMethod = typeRule('temporaryAccessPassAuthenticationMethod', 'authentication', {
  plain:
    'id createdDateTime isUsable isUsableOnce lifetimeInMinutes methodUsabilityReason startDateTime ' +
    'temporaryAccessPass',
});
