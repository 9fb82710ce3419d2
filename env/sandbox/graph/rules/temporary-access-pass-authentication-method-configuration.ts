import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `temporaryAccessPassAuthenticationMethodConfiguration`: its properties, and which of them a query may filter by, with which operators. */
export const temporaryAccessPassAuthenticationMethodConfiguration = typeRule('temporaryAccessPassAuthenticationMethodConfiguration', 'directory', {
  plain:
    'id excludeTargets state defaultLength defaultLifetimeInMinutes isUsableOnce maximumLifetimeInMinutes ' +
    'minimumLifetimeInMinutes',
});
