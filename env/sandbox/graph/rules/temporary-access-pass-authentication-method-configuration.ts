import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `temporaryAccessPassAuthenticationMethodConfiguration`, and what a query may do with it. */
export const temporaryAccessPassAuthenticationMethodConfiguration = typeRule('temporaryAccessPassAuthenticationMethodConfiguration', 'directory', {
  plain:
    'id excludeTargets state defaultLength defaultLifetimeInMinutes isUsableOnce maximumLifetimeInMinutes ' +
    'minimumLifetimeInMinutes',
});
