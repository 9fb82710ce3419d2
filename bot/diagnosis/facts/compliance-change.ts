import type { GraphAnswers } from '../graph-answers.ts';
import { day, moment } from './moments.ts';

export interface ComplianceChange {
  readonly policyName: string;
  readonly at: number;
  readonly actor?: string;
}

/** A compliance policy somebody changed in the three days before the refusal: compliance flips, the access policy did not. */
export function complianceChange(graph: GraphAnswers | undefined, before: number): ComplianceChange | undefined {
  const isShortlyBefore = (at: number) => at <= before && before - at <= 3 * day;
  const audited = (graph?.deviceManagementAudits ?? []).flatMap((audit) => {
    const at = moment(audit.activityDateTime);
    const words = [audit.displayName, audit.activity, audit.activityType, audit.category, audit.componentName, ...(audit.resources ?? []).map((resource) => resource?.auditResourceType)].join(' ');
    if (at === undefined || !isShortlyBefore(at) || !/complian/i.test(words) || /^failure$/i.test(audit.activityResult ?? '')) return [];
    const actor = audit.actor?.userPrincipalName ?? audit.actor?.applicationDisplayName ?? undefined;
    return [{ at, actor, policyName: audit.resources?.find((resource) => resource?.displayName)?.displayName ?? audit.displayName ?? 'a compliance policy' }];
  });
  const modified = (graph?.compliancePolicies ?? []).flatMap((policy) => {
    const at = moment(policy.lastModifiedDateTime);
    return at !== undefined && isShortlyBefore(at) ? [{ at, policyName: policy.displayName ?? 'a compliance policy' }] : [];
  });
  const newestFirst = (a: ComplianceChange, b: ComplianceChange) => b.at - a.at;
  return audited.sort(newestFirst)[0] ?? modified.sort(newestFirst)[0];
}
