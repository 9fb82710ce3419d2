import { collection, single } from '../odata/collection.ts';
import { operation, type Call } from '../operation.ts';
import { temporaryAccessPassAuthenticationMethod } from '../rules/temporary-access-pass-authentication-method.ts';
import { temporaryAccessPassAuthenticationMethodConfiguration } from '../rules/temporary-access-pass-authentication-method-configuration.ts';
import { typeRule } from '../rules/type-rule.ts';
import { userOf } from './find.ts';

/** The targets come along although the metadata calls them a navigation. */
const passPolicyRule = typeRule('temporaryAccessPassAuthenticationMethodConfiguration', 'directory', {
  plain: [...temporaryAccessPassAuthenticationMethodConfiguration.declared, 'includeTargets'].join(' '),
});

/** At most one pass per person, and never its value. */
function methods(call: Call): object {
  const pass = call.contoso.passes.get(userOf(call, call.params[0] ?? '')['id'] as string);
  return collection(call, temporaryAccessPassAuthenticationMethod, pass ? [{ ...pass, temporaryAccessPass: null }] : []);
}

export const passes = [
  operation(
    'GET /policies/authenticationMethodsPolicy/authenticationMethodConfigurations/TemporaryAccessPass',
    'identity',
    'directory',
    (call) =>
      single(call, passPolicyRule, {
        '@odata.type': '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration',
        ...call.contoso.passPolicy,
      }),
  ),
  operation('GET /users/{id}/authentication/temporaryAccessPassMethods', 'auditReports', 'authentication', methods),
];
