import { groupsOf, activeRoles } from '../../contoso/roles.ts';
import { badRequest } from '../errors.ts';
import { operation, type Call } from '../operation.ts';
import type { Row } from '../odata/filter-match.ts';
import { holdBackControls } from '../prefer.ts';
import { filterRuleHolds } from './device-filter.ts';

/** The question "what if": who signs in, to what, under which conditions. */
interface Question {
  signInIdentity?: Row;
  signInContext?: Row;
  signInConditions?: Row;
  appliedPoliciesOnly?: boolean;
}

/** Apps that the collective name Office365 stands for here. */
const office365 = new Set([
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5d661950-3475-41cd-a2c3-d671a3162bc1',
  'ab9b8c07-8f02-4f72-87fa-80105867a763',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  '00000002-0000-0ff1-ce00-000000000000',
  '00000003-0000-0ff1-ce00-000000000000',
]);

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function usersFit(policy: Row, userId: string, call: Call): boolean {
  const users = (policy['conditions'] as Row)['users'] as Row;
  const groups = groupsOf(call.contoso, userId);
  const roles = new Set(activeRoles(call.contoso, userId, call.now).map((grant) => grant.roleTemplateId));
  const isGuest = call.contoso.users.some((user) => user['id'] === userId && user['userType'] === 'Guest');
  const named = (kind: 'include' | 'exclude'): boolean =>
    list(users[`${kind}Users`]).some((id) => id === 'All' || id === userId || (id === 'GuestsOrExternalUsers' && isGuest)) ||
    list(users[`${kind}Groups`]).some((id) => groups.has(id)) ||
    list(users[`${kind}Roles`]).some((id) => roles.has(id));
  return named('include') && !named('exclude');
}

function appFits(policy: Row, appIds: readonly string[]): boolean {
  const targets = (policy['conditions'] as Row)['applications'] as Row;
  const named = (names: string[]): boolean =>
    names.some(
      (name) => name === 'All' || appIds.includes(name) || (name === 'Office365' && appIds.some((id) => office365.has(id))),
    );
  return named(list(targets['includeApplications'])) && !named(list(targets['excludeApplications']));
}

function platformFits(policy: Row, platform: unknown): boolean {
  const platforms = (policy['conditions'] as Row)['platforms'] as Row | null;
  if (!platforms) return true;
  const named = (names: string[]): boolean => names.includes('all') || names.includes(String(platform));
  return named(list(platforms['includePlatforms'])) && !list(platforms['excludePlatforms']).includes(String(platform));
}

function clientFits(policy: Row, client: unknown): boolean {
  const types = list((policy['conditions'] as Row)['clientAppTypes']);
  return types.includes('all') || types.includes(String(client));
}

function deviceFits(policy: Row, device: Row): boolean {
  const filter = ((policy['conditions'] as Row)['devices'] as Row | null)?.['deviceFilter'] as Row | null | undefined;
  if (!filter) return true;
  const holds = filterRuleHolds(String(filter['rule']), device);
  return filter['mode'] === 'exclude' ? !holds : holds;
}

/** Why a policy does not apply, in the words of the answer; `notSet` when it does. */
function reasonOf(
  policy: Row,
  question: Required<Pick<Question, 'signInConditions'>> & { userId: string; appIds: string[] },
  call: Call,
): string {
  if (policy['state'] === 'disabled') return 'policyNotEnabled';
  if (!usersFit(policy, question.userId, call)) return 'users';
  if (!appFits(policy, question.appIds)) return 'application';
  const given = question.signInConditions;
  if (!platformFits(policy, given['devicePlatform'])) return 'devicePlatform';
  if (!clientFits(policy, given['clientAppType'])) return 'clientApps';
  if (!deviceFits(policy, (given['deviceInfo'] as Row | undefined) ?? {})) return 'devices';
  return 'notSet';
}

/** Which policies would apply to a sign-in that nobody makes. */
function whatIf(call: Call): object {
  const body = (call.body ?? {}) as Question;
  const userId = body.signInIdentity?.['userId'];
  const appIds = list(body.signInContext?.['includeApplications']);
  if (typeof userId !== 'string') throw badRequest('conditionalAccess', 'signInIdentity with a userId is required.');
  if (appIds.length === 0) throw badRequest('conditionalAccess', 'signInContext with includeApplications is required.');
  const question = { userId, appIds, signInConditions: body.signInConditions ?? {} };
  const results = call.contoso.conditionalAccessPolicies.map((policy) => {
    const reason = reasonOf(policy, question, call);
    return { ...holdBackControls(policy, call), policyApplies: reason === 'notSet', analysisReasons: reason };
  });
  return {
    '@odata.context': `${call.origin}/${call.version}/$metadata#Collection(microsoft.graph.whatIfAnalysisResult)`,
    value: body.appliedPoliciesOnly === true ? results.filter((result) => result.policyApplies) : results,
  };
}

export const evaluate = [
  operation('POST /identity/conditionalAccess/evaluate', 'conditionalAccess', 'conditionalAccess', whatIf),
];
