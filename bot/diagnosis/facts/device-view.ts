import type { DirectoryAudit, GraphAnswers, GraphDevice } from '../graph-answers.ts';
import type { LocalView } from './local-view.ts';
import { moment } from './moments.ts';
import { isPersons } from './persons-rows.ts';
import { idOf, sameId, sameName, trustOf } from './same.ts';
import { compareThumbprints, hasCertificate } from './thumbprint.ts';

/**
 * What the directory says about the one device of the case. `not-found` is a real absence (the list was readable);
 * `could-not-check` is a 403 or an outage and never a deletion; `unknown-id` means nobody has named the device.
 */
export interface DeviceView {
  readonly state: 'found' | 'soft-deleted' | 'not-found' | 'could-not-check' | 'unknown-id';
  readonly id?: string;
  readonly object?: GraphDevice;
  /** The device id names the case's laptop for sure (from its own output), not by inference from the log. */
  readonly certainId: boolean;
  /** For `not-found`: somebody proved that the list can be trusted for this tenant. */
  readonly absenceProven: boolean;
  readonly pending: boolean;
  readonly thumbprint?: 'equal' | 'different';
  /** A younger object of the same name: the laptop was probably registered again, and its old identity came back. */
  readonly namesake?: GraphDevice;
  readonly name?: string;
}

/** Synced from AD and never registered: no registration time, no certificate. */
export function isPending(device: GraphDevice): boolean {
  const trust = trustOf(device.trustType);
  if (trust !== 'hybrid' && !(trust === undefined && device.onPremisesSyncEnabled === true)) return false;
  if (moment(device.registrationDateTime) !== undefined) return false;
  return hasCertificate(device) !== true;
}

/**
 * Looks the device up by `deviceId`, never by the object id.
 * @see https://learn.microsoft.com/graph/api/device-get
 */
export function deviceView(graph: GraphAnswers | undefined, local: LocalView): DeviceView {
  const { id, certainId } = subjectId(graph, local);
  const name = local.deviceName;
  const base = { id, certainId, absenceProven: false, pending: false, name };
  if (!graph || !graph.devices) {
    const softDeleted = id === undefined ? undefined : graph?.deletedDevices?.find((device) => sameId(device.deviceId, id));
    if (softDeleted) return { ...base, state: 'soft-deleted', object: softDeleted, name: name ?? softDeleted.displayName ?? undefined };
    return { ...base, state: 'could-not-check' };
  }
  if (id === undefined) return pendingByName(graph.devices, local) ?? { ...base, state: 'unknown-id' };
  const object = newestOf(graph.devices.filter((device) => sameId(device.deviceId, id)));
  if (object) {
    return {
      ...base,
      state: 'found',
      object,
      pending: isPending(object),
      thumbprint: compareThumbprints(local.thumbprint, object),
      name: name ?? object.displayName ?? undefined,
    };
  }
  const binned = graph.deletedDevices?.find((device) => sameId(device.deviceId, id));
  if (binned) return { ...base, state: 'soft-deleted', object: binned, name: name ?? binned.displayName ?? undefined };
  return { ...base, state: 'not-found', absenceProven: absenceProven(graph, local), namesake: younger(graph.devices, local) };
}

/** From the laptop itself, else from the newest sign-in of a Windows device, else the only candidate Graph knows. */
function subjectId(graph: GraphAnswers | undefined, local: LocalView): { id?: string; certainId: boolean } {
  const own = idOf(local.deviceId);
  if (own) return { id: own, certainId: true };
  if (!graph || local.joinType === 'none' || local.joinType === 'domain-only') return { certainId: false };
  const rows = (graph.signIns ?? []).filter((row) => isPersons(row, graph)).sort((a, b) => (moment(b.createdDateTime) ?? 0) - (moment(a.createdDateTime) ?? 0));
  const isWindows = (os: string | null | undefined) => !os || /windows/i.test(os);
  const named = (failingOnly: boolean) =>
    rows.find((row) => idOf(row.deviceDetail?.deviceId) && isWindows(row.deviceDetail?.operatingSystem) && (!failingOnly || Boolean(row.status?.errorCode)))?.deviceDetail?.deviceId;
  // A name or certificate from the laptop beats what the log shows: the log may hold a phone or an older laptop.
  const byName = local.deviceName ? newestOf((graph.devices ?? []).filter((device) => sameName(device.displayName, local.deviceName)))?.deviceId : undefined;
  const windows = (graph.devices ?? []).filter((device) => isWindows(device.operatingSystem));
  const binned = graph.deletedDevices ?? [];
  const found =
    byName ??
    named(true) ??
    (binned.length === 1 && windows.length === 0 ? binned[0]?.deviceId : undefined) ??
    named(false) ??
    (windows.length === 1 ? windows[0]?.deviceId : undefined) ??
    (windows.length === 0 && graph.managedDevices?.length === 1 ? graph.managedDevices[0]?.azureADDeviceId : undefined) ??
    auditedDevice(windows, graph.directoryAudits);
  return { id: idOf(found), certainId: false };
}

/** Several devices and nothing that names one: the one somebody changed is the one people call about. */
function auditedDevice(devices: readonly GraphDevice[], audits: readonly DirectoryAudit[] | undefined): string | null | undefined {
  return devices.find((device) => device.accountEnabled === false && audits?.some((audit) => audit.targetResources?.some((target) => sameId(target.id, device.id))))?.deviceId;
}

/** An AD-only laptop prints no device id; its pending stub carries its name. */
function pendingByName(devices: readonly GraphDevice[], local: LocalView): DeviceView | undefined {
  if (local.joinType !== 'domain-only' && local.joinType !== 'domain-and-registered') return undefined;
  const stubs = devices.filter(isPending);
  const object = stubs.find((device) => sameName(device.displayName, local.deviceName)) ?? (local.deviceName === undefined && stubs.length === 1 ? stubs[0] : undefined);
  if (!object) return undefined;
  return { state: 'found', id: idOf(object.deviceId), object, certainId: false, absenceProven: false, pending: true, name: local.deviceName ?? object.displayName ?? undefined };
}

/** Ruling 9: the right tenant, or some other device that could be seen. */
function absenceProven(graph: GraphAnswers, local: LocalView): boolean {
  if (local.otherTenant) return false;
  const rightTenant = sameId(graph.organization?.id, local.tenantId);
  return rightTenant || (graph.devices?.length ?? 0) > 0 || (graph.deletedDevices?.length ?? 0) > 0;
}

function younger(devices: readonly GraphDevice[], local: LocalView): GraphDevice | undefined {
  const startedAt = moment(local.certificate?.startsAt);
  if (!local.deviceName || startedAt === undefined) return undefined;
  return devices.find((device) => sameName(device.displayName, local.deviceName) && (moment(device.registrationDateTime) ?? 0) > startedAt);
}

function newestOf(devices: readonly GraphDevice[]): GraphDevice | undefined {
  return [...devices].sort((a, b) => (moment(b.registrationDateTime) ?? 0) - (moment(a.registrationDateTime) ?? 0))[0];
}
