import { maySeeAppliedPolicies } from '../access.ts';
import { GraphError, notFound } from '../errors.ts';
import { collection, single, type PageRules } from '../odata/collection.ts';
import type { Row } from '../odata/filter-match.ts';
import { operation, type Call } from '../operation.ts';
import { holdBackResults } from '../prefer.ts';
import { signIn } from '../rules/sign-in.ts';
import type { TypeRule } from '../rules/type-rule.ts';
import { sameText } from './find.ts';
import { visible } from './logs.ts';

/** What beta tells besides. */
const betaExtras = ['authenticationRequirement', 'authenticationDetails', 'signInEventTypes', 'incomingTokenType'];
const betaPolicyExtras = ['conditionsSatisfied', 'conditionsNotSatisfied', 'includeRulesSatisfied', 'excludeRulesSatisfied'];

const betaRule: TypeRule = {
  ...signIn,
  filterable: new Map([...signIn.filterable, ['signInEventTypes', new Set(['eq'])], ['isInteractive', new Set(['eq'])]]),
};

/** v1.0 knows interactive sign-ins only; so does beta until `signInEventTypes` is asked about. */
function rowsFor(call: Call): Row[] {
  if (call.licence === 'free') {
    throw new GraphError(
      403,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
      "Neither tenant is B2C or tenant doesn't have premium license",
    );
  }
  const rows = visible(call.contoso.signIns, 'createdDateTime', call);
  const asksForTypes = call.version === 'beta' && (call.query.get('$filter') ?? '').includes('signInEventTypes');
  return asksForTypes ? rows : rows.filter((row) => row['isInteractive'] === true);
}

function pageRules(call: Call): PageRules {
  const seesPolicies = maySeeAppliedPolicies(call.caller, call.contoso, call.now, call.removedPermissions);
  return {
    defaultPage: 1000,
    maxPage: 1000,
    ...(call.version === 'beta' ? { extras: betaExtras } : {}),
    polish: (row) => {
      const applied = row['appliedConditionalAccessPolicies'];
      if (applied === undefined) return row;
      const { appliedConditionalAccessPolicies: _hidden, ...rest } = row;
      // without the right to read policies the list is missing, and nothing says so
      if (!seesPolicies) return rest;
      const policies = holdBackResults(call.version === 'beta' ? applied : (applied as Row[]).map(withoutBeta), call);
      return { ...rest, appliedConditionalAccessPolicies: policies };
    },
  };
}

const withoutBeta = (policy: Row): Row =>
  Object.fromEntries(Object.entries(policy).filter(([name]) => !betaPolicyExtras.includes(name)));

const ruleFor = (call: Call): TypeRule => (call.version === 'beta' ? betaRule : signIn);

function byId(call: Call): object {
  const id = call.params[0] ?? '';
  const row = visible(call.contoso.signIns, 'createdDateTime', call).find((candidate) => sameText(candidate['id'], id));
  if (!row) throw notFound('reports', id);
  return single(call, ruleFor(call), row, pageRules(call));
}

export const signIns = [
  operation('GET /auditLogs/signIns', 'auditReports', 'reports', (call) =>
    collection(call, ruleFor(call), rowsFor(call), pageRules(call)),
  ),
  operation('GET /auditLogs/signIns/{id}', 'auditReports', 'reports', byId),
];
