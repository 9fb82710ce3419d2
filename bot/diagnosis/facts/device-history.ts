import type { DirectoryAudit, GraphAnswers } from '../graph-answers.ts';
import { auditedFlag } from './audited-json.ts';
import type { DeviceView } from './device-view.ts';
import { moment } from './moments.ts';
import { idOf, sameId, sameName } from './same.ts';

/** Who did something to this device, as the audit log tells it. */
export interface DeviceEvent {
  readonly at?: number;
  readonly actor: string;
  readonly by: 'person' | 'app' | 'sync' | 'intune';
}

export interface DeviceHistory {
  readonly deleted?: DeviceEvent;
  readonly restored?: DeviceEvent;
  readonly disabled?: DeviceEvent;
  readonly enabled?: DeviceEvent;
  /** Deletions of any device by the same actor within an hour of ours, ours included. */
  readonly bulk?: { readonly count: number; readonly actor: string };
}

/**
 * There is no "Disable device" activity: disabling is `Update device` with AccountEnabled true → false.
 * @see https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities
 */
export function deviceHistory(graph: GraphAnswers | undefined, device: DeviceView): DeviceHistory {
  const audits = (graph?.directoryAudits ?? []).filter((audit) => !/^(failure|timeout)$/i.test(audit.result ?? ''));
  const deletions = audits.filter((audit) => isActivity(audit, /^(hard )?delete device$/i));
  const own = audits.filter((audit) => concerns(audit, device));
  const deleted = newestOf(own.filter((audit) => isActivity(audit, /^(hard )?delete device$/i))) ?? onlyCandidate(deletions, device);
  const updates = own.filter((audit) => isActivity(audit, /^update device$|^disable|^enable/i));
  return {
    deleted: deleted && eventOf(deleted),
    restored: optional(newestOf(own.filter((audit) => isActivity(audit, /^restore device$/i)))),
    disabled: optional(newestOf(updates.filter((audit) => switchedTo(audit) === false))),
    enabled: optional(newestOf(updates.filter((audit) => switchedTo(audit) === true))),
    bulk: deleted && bulkAround(deleted, deletions),
  };
}

const optional = (audit: DirectoryAudit | undefined) => audit && eventOf(audit);

const isActivity = (audit: DirectoryAudit, name: RegExp): boolean => name.test((audit.activityDisplayName ?? '').trim());

/** The target is the object id; logs and exports also carry the name or, in details, the device id. */
function concerns(audit: DirectoryAudit, { object, id, name }: DeviceView): boolean {
  return (audit.targetResources ?? []).some((target) => {
    if (sameId(target?.id, object?.id) || sameId(target?.id, id)) return true;
    if (id !== undefined && JSON.stringify([target, audit.additionalDetails]).toLowerCase().includes(id)) return true;
    // A name is only good where the ids do not already say that it is another object.
    const otherObject = object?.id !== undefined && idOf(target?.id) !== undefined && !isRecreated(object.registrationDateTime);
    return !otherObject && sameName(target?.displayName, name ?? object?.displayName);
  });
}

/** A pending stub has a new object id; the deletion before it names the old one. */
const isRecreated = (registrationDateTime: string | null | undefined): boolean => moment(registrationDateTime) === undefined;

/** The object is gone, we never learnt its object id or name, and exactly one device was deleted. */
function onlyCandidate(deletions: readonly DirectoryAudit[], { state, name }: DeviceView): DirectoryAudit | undefined {
  return state === 'not-found' && name === undefined && deletions.length === 1 ? deletions[0] : undefined;
}

function switchedTo(audit: DirectoryAudit): boolean | undefined {
  for (const target of audit.targetResources ?? []) {
    const property = target?.modifiedProperties?.find((entry) => /^accountenabled$/i.test(entry?.displayName ?? ''));
    if (property) return auditedFlag(property.newValue);
  }
  return undefined;
}

const syncAccount = /\bsync_|directory synchronization|on-premises directory sync|(azure|entra) (ad )?connect|adsync|adtoaadsync|cloud sync|connectsync|synchroni[sz]ation service/i;

export function eventOf(audit: DirectoryAudit): DeviceEvent {
  const user = audit.initiatedBy?.user;
  const app = audit.initiatedBy?.app;
  const actor = user?.userPrincipalName ?? user?.displayName ?? app?.displayName ?? 'an unknown actor';
  const everyName = [user?.userPrincipalName, user?.displayName, app?.displayName].join(' ');
  const by = syncAccount.test(everyName) ? 'sync' : /intune|device ?management/i.test(app?.displayName ?? '') ? 'intune' : user?.userPrincipalName || user?.displayName || user?.id ? 'person' : 'app';
  return { at: moment(audit.activityDateTime), actor, by };
}

function bulkAround(audit: DirectoryAudit, deletions: readonly DirectoryAudit[]): DeviceHistory['bulk'] {
  const { actor, at } = eventOf(audit);
  if (at === undefined) return undefined;
  const count = deletions.filter((other) => {
    const event = eventOf(other);
    return event.actor === actor && event.at !== undefined && Math.abs(event.at - at) <= 3_600_000;
  }).length;
  return count >= 3 ? { count, actor } : undefined;
}

const newestOf = (audits: readonly DirectoryAudit[]): DirectoryAudit | undefined =>
  [...audits].sort((a, b) => (moment(b.activityDateTime) ?? 0) - (moment(a.activityDateTime) ?? 0))[0];
