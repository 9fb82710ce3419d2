import type { DirectoryAudit, GraphAnswers, SignIn } from '../graph-answers.ts';
import { auditedJson } from './audited-json.ts';
import type { Demands } from './demands.ts';
import { eventOf } from './device-history.ts';
import type { DeviceView } from './device-view.ts';
import { clockText, day, hour, moment } from './moments.ts';
import { idOf, sameId } from './same.ts';
import { hardens } from './policy-diff.ts';
import { enforcedFailures, type SignInLog } from './sign-ins.ts';

/** A failing policy that somebody created or changed shortly before it first failed for this person. */
export interface PolicyChange {
  readonly policyId: string;
  readonly policyName: string;
  readonly at: number;
  readonly actor?: string;
  readonly isNew: boolean;
  /** `audit`: who and what is known; `policy`: only its own modification time says so. */
  readonly basis: 'audit' | 'policy';
  /** `undefined`: the change could not be compared. */
  readonly hardened?: boolean;
  /** The same person got in from the same device before, and the device has not changed since. */
  readonly earlierSuccess: boolean;
  /** Others fail with this very policy. */
  readonly cohort: boolean;
}

/** Entra needs up to a day to spread a change; people may come back to work after a weekend. */
const shortlyBefore = 3 * day;

/** The newest change of any failing policy that lies shortly before its first failure. */
export function policyChange(demands: Demands, log: SignInLog, graph: GraphAnswers | undefined, device: DeviceView): PolicyChange | undefined {
  if (!graph) return undefined;
  return demands.all
    .map((demand) => demand.policyId)
    .filter((id): id is string => idOf(id) !== undefined)
    .flatMap((id) => changeOf(id, log, graph, device) ?? [])
    .sort((a, b) => b.at - a.at)[0];
}

function changeOf(policyId: string, log: SignInLog, graph: GraphAnswers, device: DeviceView): PolicyChange | undefined {
  const failures = log.allFailing.filter(({ row }) => enforcedFailures(row).some((policy) => sameId(policy.id, policyId)));
  const first = failures.at(-1);
  if (!first) return undefined;
  const policy = graph.conditionalAccessPolicies?.find((candidate) => sameId(candidate.id, policyId));
  const audited = auditedChanges(policyId, graph.directoryAudits ?? []);
  const before = (at: number) => at < first.at && first.at - at <= shortlyBefore;
  const match = audited.find((change) => before(change.at) && change.hardened !== false);
  const name = enforcedFailures(first.row).find((entry) => sameId(entry.id, policyId))?.displayName ?? policy?.displayName ?? 'the policy';
  const shared = (at: number) => ({
    policyId,
    policyName: name,
    earlierSuccess: succeededBefore(at, first.row, log, policyId, device),
    cohort: (graph.cohort?.users ?? 0) >= 3 && sameId(graph.cohort?.policyId, policyId),
  });
  if (match) return { ...shared(match.at), at: match.at, actor: match.actor, isNew: match.isNew, basis: 'audit', hardened: match.hardened };
  // The policy's own time says that it changed, not how; a known harmless change at that moment explains it away.
  const modifiedAt = moment(policy?.modifiedDateTime) ?? moment(policy?.createdDateTime);
  if (modifiedAt === undefined || !before(modifiedAt) || audited.some((change) => Math.abs(change.at - modifiedAt) < hour)) return undefined;
  return { ...shared(modifiedAt), at: modifiedAt, isNew: !moment(policy?.modifiedDateTime), basis: 'policy' };
}

interface AuditedChange {
  readonly at: number;
  readonly actor: string;
  readonly isNew: boolean;
  readonly hardened?: boolean;
}

function auditedChanges(policyId: string, audits: readonly DirectoryAudit[]): AuditedChange[] {
  return audits
    .filter((audit) => /^(add|update) (conditional access )?policy/i.test(audit.activityDisplayName ?? '') && !/^(failure|timeout)$/i.test(audit.result ?? ''))
    .flatMap((audit) => {
      const at = moment(audit.activityDateTime);
      const target = audit.targetResources?.find((entry) => sameId(entry?.id, policyId));
      if (at === undefined || !target) return [];
      const isNew = /^add/i.test(audit.activityDisplayName ?? '');
      return [{ at, actor: eventOf(audit).actor, isNew, hardened: hardens(target.modifiedProperties ?? [], isNew, auditedJson) }];
    })
    .sort((a, b) => b.at - a.at);
}

/** A success before the change counts only if the device was then what it is now; otherwise the device changed, not the rule. */
function succeededBefore(changedAt: number, failing: SignIn, log: SignInLog, policyId: string, device: DeviceView): boolean {
  const passedSince = log.successes.some(({ row, at }) => at > changedAt && sameRegistration(row, failing) && (row.appliedConditionalAccessPolicies ?? []).some((policy) => sameId(policy?.id, policyId) && policy?.result === 'success'));
  if (passedSince) return false;
  return log.successes.some(({ row, at }) => at < changedAt && (sameRegistration(row, failing) || sameId(row.deviceDetail?.deviceId, device.id)) && !deviceChanged(row, failing));
}

function sameRegistration(one: SignIn, other: SignIn): boolean {
  const [a, b] = [idOf(one.deviceDetail?.deviceId), idOf(other.deviceDetail?.deviceId)];
  return a === b || a === undefined || b === undefined;
}

function deviceChanged(success: SignIn, failing: SignIn): boolean {
  const [then, now] = [success.deviceDetail, failing.deviceDetail];
  if (!idOf(then?.deviceId) || !idOf(now?.deviceId)) return false;
  return (then?.isCompliant === true && now?.isCompliant === false) || (then?.isManaged === true && now?.isManaged === false);
}

/** One sentence on the change, for contexts and findings. */
export const changeText = ({ policyName, at, actor, isNew }: PolicyChange): string =>
  `The policy “${policyName}” was ${isNew ? 'created' : 'changed'} on ${clockText(at)}${actor ? ` by ${actor}` : ''}`;
