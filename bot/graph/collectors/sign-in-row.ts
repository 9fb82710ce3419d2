import type { SignIn } from '../../diagnosis/graph-answers.ts';
import type { Row } from '../part.ts';

const wanted = [
  'id', 'createdDateTime', 'userId', 'userPrincipalName', 'appId', 'appDisplayName', 'resourceDisplayName', 'clientAppUsed',
  'correlationId', 'conditionalAccessStatus', 'isInteractive', 'ipAddress', 'status', 'deviceDetail',
  'appliedConditionalAccessPolicies', 'signInEventTypes',
] as const satisfies readonly (keyof SignIn)[];

/**
 * A row of the log, with what a diagnosis looks at and nothing more: place, browser string and risk stay behind. A
 * property that is absent stays absent, which for the applied policies means "may not see".
 */
export const toSignIn = (row: Row): SignIn => Object.fromEntries(wanted.filter((name) => name in row).map((name) => [name, row[name]]));

/** Whether Entra refused it. */
export const hasFailed = (row: SignIn): boolean => (row.status?.errorCode ?? 0) !== 0 || row.conditionalAccessStatus === 'failure';

/** The enforced policies that refused it; report-only results never do. */
export const failingPolicies = (row: SignIn): string[] =>
  (row.appliedConditionalAccessPolicies ?? []).filter(({ result }) => result?.toLowerCase() === 'failure').flatMap(({ id }) => (id ? [id] : []));
