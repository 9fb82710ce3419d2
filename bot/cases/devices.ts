import type { Case, CaseDevice } from './case.ts';
import type { Capture, GivenCapture, GraphAnswers } from './words.ts';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONG_UNUSED_MS = 180 * 24 * 60 * 60_000;
const MOST_CHOICES = 8;

/** A deviceId as Graph keys it: lower case, and nothing that is not one (people mask values). */
export function deviceIdFrom(value: string | null | undefined): string | undefined {
  const id = value?.trim().toLowerCase();
  return id !== undefined && GUID.test(id) ? id : undefined;
}

/** The ids an output names: of the join, or of the registered accounts. */
export function deviceIdsOf(capture: Capture): string[] {
  const ids = [capture.details.deviceId, ...capture.workAccounts.map((account) => account.deviceId)];
  return [...new Set(ids.map(deviceIdFrom).filter((id) => id !== undefined))].slice(0, 4);
}

/** The short name without its domain, for comparing: `dsregcmd` prints the long one, Entra the short one. */
export function shortName(name: string | null | undefined): string | undefined {
  const short = name?.trim().split('.')[0]?.toLowerCase();
  return short === '' ? undefined : short;
}

/** What the newest measured output says of the machine it ran on. */
export function capturedDevice(given: readonly GivenCapture[]): { deviceId?: string; name?: string } {
  for (const { capture, origin } of [...given].reverse()) {
    if (origin !== 'text') continue;
    const deviceId = deviceIdsOf(capture)[0];
    const name = capture.device.deviceName;
    if (deviceId !== undefined || name !== undefined) return { ...(deviceId && { deviceId }), ...(name && { name }) };
  }
  return {};
}

/** Every id the evidence must have been asked for before a missing one may mean "not there". */
export function deviceIdsToAsk(c: Case, given: readonly GivenCapture[]): string[] {
  const ids = [c.device.deviceId, ...given.filter((g) => g.origin === 'text').flatMap((g) => deviceIdsOf(g.capture))];
  return [...new Set(ids.filter((id) => id !== undefined))].slice(-6);
}

/** Whether the evidence speaks of all these devices, be it by "there is none". */
export function covers(evidence: GraphAnswers, deviceIds: readonly string[]): boolean {
  const known = new Set<string | undefined>([
    ...(evidence.askedDeviceIds ?? []),
    ...(evidence.devices ?? []).map((device) => deviceIdFrom(device.deviceId)),
    ...(evidence.deletedDevices ?? []).map((device) => deviceIdFrom(device.deviceId)),
  ]);
  return deviceIds.every((id) => known.has(id));
}

export type DeviceChoice = NonNullable<CaseDevice['choices']>[number];

/** The person's Windows devices to choose from, last used first; long unused ones only when there is no other. */
export function windowsDevices(evidence: GraphAnswers | undefined, now: Date): DeviceChoice[] {
  const found = new Map<string, DeviceChoice & { readonly usedAt: number }>();
  const rows = [
    ...(evidence?.devices ?? []).map((device) => ({ device, isDeleted: false })),
    ...(evidence?.deletedDevices ?? []).map((device) => ({ device, isDeleted: true })),
  ];
  for (const { device, isDeleted } of rows) {
    const deviceId = deviceIdFrom(device.deviceId);
    if (deviceId === undefined || found.has(deviceId) || !/^windows/i.test(device.operatingSystem ?? '')) continue;
    const usedAt = Date.parse(device.approximateLastSignInDateTime ?? device.registrationDateTime ?? '') || 0;
    found.set(deviceId, { deviceId, name: device.displayName ?? 'Windows PC', hint: hint(isDeleted, usedAt), usedAt });
  }
  const all = [...found.values()].sort((one, other) => other.usedAt - one.usedAt);
  const recent = all.filter((device) => now.getTime() - device.usedAt < LONG_UNUSED_MS);
  return (recent.length > 0 ? recent : all).slice(0, MOST_CHOICES).map(({ usedAt: _, ...choice }) => choice);
}

/** Read by the reporter beside the device's name, to tell two laptops apart. */
function hint(isDeleted: boolean, usedAt: number): string {
  if (isDeleted) return 'no longer in the company’s list';
  if (usedAt === 0) return 'not used yet';
  return `last used around ${new Date(usedAt).toISOString().slice(0, 10)}`;
}

/** The device of the newest refused sign-in that names one. */
export function refusedDevice(evidence: GraphAnswers | undefined): string | undefined {
  const refused = (evidence?.signIns ?? [])
    .filter((row) => (row.status?.errorCode ?? 0) !== 0 && deviceIdFrom(row.deviceDetail?.deviceId) !== undefined)
    .sort((one, other) => (other.createdDateTime ?? '').localeCompare(one.createdDateTime ?? ''));
  return deviceIdFrom(refused[0]?.deviceDetail?.deviceId);
}

/**
 * The evidence as it concerns the device the person chose: their other laptops leave the room, everything that names no
 * device stays.
 */
export function narrowTo(evidence: GraphAnswers, device: { deviceId?: string; name?: string }): GraphAnswers {
  const { deviceId } = device;
  if (deviceId === undefined) return evidence;
  const isIt = (id: string | null | undefined): boolean => deviceIdFrom(id) === deviceId;
  const namesNone = (id: string | null | undefined): boolean => deviceIdFrom(id) === undefined;
  const isSameName = (name: string | null | undefined): boolean =>
    shortName(name) !== undefined && shortName(name) === shortName(device.name);
  return {
    ...evidence,
    ...(evidence.devices && { devices: evidence.devices.filter((row) => isIt(row.deviceId) || isSameName(row.displayName)) }),
    ...(evidence.deletedDevices && {
      deletedDevices: evidence.deletedDevices.filter((row) => isIt(row.deviceId) || isSameName(row.displayName)),
    }),
    ...(evidence.managedDevices && {
      managedDevices: evidence.managedDevices.filter((row) => isIt(row.azureADDeviceId) || isSameName(row.deviceName)),
    }),
    ...(evidence.signIns && {
      signIns: evidence.signIns.filter((row) => isIt(row.deviceDetail?.deviceId) || namesNone(row.deviceDetail?.deviceId)),
    }),
  };
}
