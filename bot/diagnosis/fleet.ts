import type { Actor, CauseId, Diagnosis } from './diagnosis.ts';
import { codeOf } from './facts/known-codes.ts';
import { hour, iso, moment } from './facts/moments.ts';
import { idOf } from './facts/same.ts';

/** One person's failure, from a case or a row of a sweep. Moments are ISO in UTC. */
export interface FleetFailure {
  readonly caseId?: string;
  readonly userId: string;
  readonly at: string;
  readonly policyId?: string;
  readonly policyName?: string;
  readonly errorCode?: number;
  /** What the diagnosis of this one case said, when there is one. */
  readonly verdict?: Diagnosis['verdict'];
  readonly contexts?: Diagnosis['contexts'];
  readonly ipAddress?: string;
  readonly app?: string;
}

/** Cases of one cause, close in time: one incident, not ten mysteries. */
export interface Cluster {
  /** Stable for the same policy or code: `policy:<id>` or `code:<number>`. */
  readonly id: string;
  readonly label: CauseId;
  readonly users: number;
  readonly caseIds: readonly string[];
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  /** Role that judges the incident. */
  readonly owner: Actor;
  /** One plain sentence for the triage channel. */
  readonly text: string;
}

const owners: Partial<Record<CauseId, Actor>> = {
  'new-policy': 'Conditional Access Administrator',
  'wrong-join-type': 'Conditional Access Administrator',
  'not-compliant': 'Intune Administrator',
  'not-managed': 'Intune Administrator',
  'enrolment-pending': 'Intune Administrator',
  'record-deleted': 'Cloud Device Administrator',
  'record-disabled': 'Cloud Device Administrator',
  'hybrid-sync': 'Hybrid Identity Administrator',
  'no-prt-network': 'network-team',
};

const leastUsers = 3;

/** The case as one failure; nothing when nothing failed that could be shared with others. */
export function failureOfCase(caseId: string, userId: string, openedAt: string, { verdict, failure, contexts }: Diagnosis): FleetFailure {
  const policy = failure?.policies[0];
  return { caseId, userId, at: failure?.at ?? openedAt, policyId: policy?.id, policyName: policy?.name, errorCode: failure?.errorCode, verdict, contexts };
}

/**
 * At least three people with the same failing policy, or the same code, within one hour. Policies come first: whoever is
 * in the cluster of a policy is not counted again under the code it produced.
 */
export function clustersOf(failures: readonly FleetFailure[]): Cluster[] {
  const dated = failures.flatMap((failure) => {
    const at = moment(failure.at);
    return at === undefined ? [] : [{ ...failure, time: at }];
  });
  const byPolicy = grouped(dated, ({ policyId }) => idOf(policyId) && `policy:${idOf(policyId)}`);
  const taken = new Set(byPolicy.flatMap(({ members }) => members));
  const byCode = grouped(dated.filter((failure) => !taken.has(failure)), ({ errorCode }) => (errorCode === undefined || isPrompt(errorCode) ? undefined : `code:${errorCode}`));
  return [...byPolicy, ...byCode].map(({ key, members }) => clusterOf(key, members)).sort((a, b) => b.users - a.users);
}

type Dated = FleetFailure & { readonly time: number };

/** Everybody meets these every day. */
const isPrompt = (errorCode: number): boolean => ['mfa', 'prompt-or-interrupt', 'session-age'].includes(codeOf(`AADSTS${errorCode}`)?.sub ?? '');

function grouped(failures: readonly Dated[], keyOf: (failure: Dated) => string | undefined): { key: string; members: Dated[] }[] {
  const groups = new Map<string, Dated[]>();
  for (const failure of failures) {
    const key = keyOf(failure);
    if (key) groups.set(key, [...(groups.get(key) ?? []), failure]);
  }
  return [...groups].flatMap(([key, members]) => {
    const dense = densest([...members].sort((a, b) => a.time - b.time));
    return people(dense) >= leastUsers ? [{ key, members: dense }] : [];
  });
}

const people = (failures: readonly Dated[]): number => new Set(failures.map(({ userId }) => userId.toLowerCase())).size;

/** Every failure that lies within an hour of two other people's: stragglers of the incident stay with it. */
function densest(sorted: readonly Dated[]): Dated[] {
  const inside = new Set<Dated>();
  let from = 0;
  sorted.forEach((failure, to) => {
    while (failure.time - (sorted[from]?.time ?? 0) > hour) from += 1;
    const slice = sorted.slice(from, to + 1);
    if (people(slice) >= leastUsers) slice.forEach((entry) => inside.add(entry));
  });
  return sorted.filter((failure) => inside.has(failure));
}

function clusterOf(id: string, members: readonly Dated[]): Cluster {
  const label = labelOf(members);
  const users = people(members);
  const name = members.find(({ policyName }) => policyName)?.policyName;
  const what = id.startsWith('policy:') ? `by the policy ${name ? `“${name}”` : id.slice('policy:'.length)}` : `with AADSTS${id.slice('code:'.length)}`;
  return {
    id,
    label,
    users,
    caseIds: members.flatMap(({ caseId }) => caseId ?? []),
    firstSeenAt: iso(members[0]?.time) ?? '',
    lastSeenAt: iso(members.at(-1)?.time) ?? '',
    owner: owners[label] ?? 'helpdesk',
    text: `${users} people were refused ${what} within a short time.`,
  };
}

/** A changed policy labels the whole incident; otherwise what most of its cases were found to be; otherwise the code. */
function labelOf(members: readonly Dated[]): CauseId {
  const changed = members.filter(({ contexts, policyId }) => policyId && contexts?.some(({ id }) => id === 'policy-changed')).length;
  if (changed * 2 > members.length) return 'new-policy';
  const named = members.flatMap(({ verdict }) => (verdict && verdict !== 'healthy' && verdict !== 'unclear' && verdict !== 'run-as-system-or-elevated' ? [verdict] : []));
  return mostCommon(named) ?? mostCommon(members.flatMap(({ errorCode }) => codeOf(`AADSTS${errorCode}`)?.cause ?? [])) ?? 'escalate';
}

function mostCommon(causes: readonly CauseId[]): CauseId | undefined {
  const counts = new Map<CauseId, number>();
  for (const cause of causes) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
