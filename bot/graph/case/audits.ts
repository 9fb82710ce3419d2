import type { DeviceManagementAudit, DirectoryAudit, ManagedDevice } from '../../diagnosis/graph-answers.ts';
import { concerns, type Targets } from '../collectors/device-audits.ts';

const maxForeign = 200;

/**
 * The audit rows of a case, newest first: all policy changes, all of its own devices, and of the other deletions those
 * nearest in time to its own (a clean-up of hundreds shows in two hundred as well).
 */
export function caseAudits(tenant: readonly DirectoryAudit[], own: readonly DirectoryAudit[], targets: Targets): DirectoryAudit[] {
  const isDeletion = (row: DirectoryAudit): boolean => /delete device/i.test(row.activityDisplayName ?? '');
  const isForeign = (row: DirectoryAudit): boolean => isDeletion(row) && !concerns(row, targets);
  const mine = [...own, ...tenant].find((row) => isDeletion(row) && concerns(row, targets));
  const pivot = mine ? timeOf(mine) : Number.POSITIVE_INFINITY;
  const foreign = tenant
    .filter(isForeign)
    .sort((one, other) => (mine ? Math.abs(timeOf(one) - pivot) - Math.abs(timeOf(other) - pivot) : timeOf(other) - timeOf(one)))
    .slice(0, maxForeign);
  const rows = [...own, ...tenant.filter((row) => !isForeign(row)), ...foreign];
  const once = [...new Map(rows.map((row) => [row.id ?? row, row])).values()];
  return once.sort((one, other) => timeOf(other) - timeOf(one));
}

/** Of Intune's log: what concerns policies, and what was done to these devices. The rest of the tenant's week is nobody's business. */
export function caseIntuneAudits(rows: readonly DeviceManagementAudit[], managed: readonly ManagedDevice[]): DeviceManagementAudit[] {
  const own = new Set(managed.flatMap(({ id, deviceName }) => [id, deviceName]).flatMap((text) => (text ? [text.toLowerCase()] : [])));
  return rows.filter(({ activity, activityType, displayName, category, componentName, resources }) => {
    const words = [activity, activityType, displayName, category, componentName, ...(resources ?? []).map((one) => one.auditResourceType)].join(' ');
    const isOwn = (resources ?? []).some((one) => own.has(one.resourceId?.toLowerCase() ?? '') || own.has(one.displayName?.toLowerCase() ?? ''));
    return isOwn || /complian|polic|configuration/i.test(words);
  });
}

const timeOf = (row: DirectoryAudit): number => Date.parse(row.activityDateTime ?? '') || 0;
