import type { ContextLabel } from './diagnosis.ts';
import type { Facts } from './facts/facts.ts';
import { day, clockText, iso, moment } from './facts/moments.ts';
import { changeText } from './facts/policy-change.ts';

/** Labels that explain how a case came about; they replace no cause. */
export function contextsOf(facts: Facts): ContextLabel[] {
  const { management, policyChange, complianceChange, history, graph, local, now } = facts;
  const startedAt = moment(local.certificate?.startsAt);
  const youngSince = management.youngSince ?? (startedAt !== undefined && now >= startedAt && now - startedAt < day ? startedAt : undefined);
  const cohort = graph?.cohort?.users ?? 0;
  const labels: (ContextLabel | false | undefined)[] = [
    youngSince !== undefined && { id: 'young-device', text: `The device has been known only since ${clockText(youngSince)}.`, at: iso(youngSince) },
    policyChange && { id: 'policy-changed', text: `${changeText(policyChange)}.`, at: iso(policyChange.at) },
    complianceChange && {
      id: 'compliance-policy-changed',
      text: `The compliance policy “${complianceChange.policyName}” was changed on ${clockText(complianceChange.at)}${complianceChange.actor ? ` by ${complianceChange.actor}` : ''}.`,
      at: iso(complianceChange.at),
    },
    history.bulk && { id: 'bulk-deletion', text: `${history.bulk.count} devices were deleted within the same hour by ${history.bulk.actor}.`, at: iso(history.deleted?.at) },
    cohort >= 3 && { id: 'cohort', text: `${cohort} people failed the same way within ${graph?.cohort?.windowMinutes ?? 60} minutes.` },
  ];
  return labels.filter((label): label is ContextLabel => Boolean(label));
}
