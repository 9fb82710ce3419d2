import type { Call } from './operation.ts';
import type { Row } from './odata/filter-match.ts';

/** Members that Graph holds back behind `unknownFutureValue` until a request says it can take them. */
const heldBack = new Set([
  'reportOnlySuccess',
  'reportOnlyFailure',
  'reportOnlyNotApplied',
  'reportOnlyInterrupted',
  'riskRemediation',
  'linux',
  'qrCodePin',
]);

/** The request says it can take members younger than the client. */
export const takesUnknownMembers = (call: Call): boolean =>
  (call.headers['prefer'] ?? '').toLowerCase().includes('include-unknown-enum-members');

const member = (value: unknown): unknown => (typeof value === 'string' && heldBack.has(value) ? 'unknownFutureValue' : value);

/** Applies the rule to the `result` of each applied policy. */
export function holdBackResults(policies: unknown, call: Call): unknown {
  if (takesUnknownMembers(call) || !Array.isArray(policies)) return policies;
  return (policies as Row[]).map((policy) => ({ ...policy, result: member(policy['result']) }));
}

/** Applies the rule to platforms and grant controls of a policy. */
export function holdBackControls(policy: Row, call: Call): Row {
  if (takesUnknownMembers(call)) return policy;
  const grant = policy['grantControls'] as Row | null | undefined;
  const conditions = policy['conditions'] as Row | undefined;
  const platforms = conditions?.['platforms'] as Row | null | undefined;
  const list = (value: unknown): unknown => (Array.isArray(value) ? value.map(member) : value);
  return {
    ...policy,
    ...(grant ? { grantControls: { ...grant, builtInControls: list(grant['builtInControls']) } } : {}),
    ...(conditions && platforms
      ? {
          conditions: {
            ...conditions,
            platforms: {
              includePlatforms: list(platforms['includePlatforms']),
              excludePlatforms: list(platforms['excludePlatforms']),
            },
          },
        }
      : {}),
  };
}
