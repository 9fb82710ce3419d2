import type { GraphDevice, ManagedDevice, SignIn } from '../../diagnosis/graph-answers.ts';
import { concerns, type Targets } from '../collectors/device-audits.ts';
import { failingPolicies, hasFailed } from '../collectors/sign-in-row.ts';
import { ids } from '../odata.ts';
import type { Reading } from '../part.ts';
import type { FirstTrip } from './first-trip.ts';
import { givenDeviceIds, givenNames, type Subject } from './subject.ts';

/** What the first trip's answers make worth asking next. */
export interface Leads {
  /** The devices the case is about: those given, else those that failed to sign in, else all of the person. */
  readonly focus: readonly string[];
  /** Devices named by a sign-in or by Intune whose presence in the directory nobody has checked. */
  readonly unchecked: readonly string[];
  readonly managed: readonly ManagedDevice[];
  readonly targets: Targets;
  /** Something happened to a device itself: gone, disabled, pending, or refused as such. */
  readonly isDeviceTrouble: boolean;
  /** An enforced policy refused the person, so others may be refused by it as well. */
  readonly isPolicyTrouble: boolean;
}

const maxUnchecked = 10;
const maxManaged = 3;
/** Entra refused the device, not the person or the app. */
const deviceCodes = [700003, 50155, 50187, 50097, 135011, 130007, 50129, 501291];

export const valueOf = <T>(reading: Reading<T[]> | undefined): T[] => (reading?.kind === 'read' ? reading.value : []);

/** All sign-ins of the person that were read, newest first, none twice. */
export function signInsOf({ signIns, nonInteractive }: FirstTrip): SignIn[] {
  const rows = [...valueOf(signIns), ...valueOf(nonInteractive)];
  const once = [...new Map(rows.map((row) => [row.id ?? row, row])).values()];
  return once.sort((one, other) => (other.createdDateTime ?? '').localeCompare(one.createdDateTime ?? ''));
}

/** All directory devices that were read, none twice. */
export function devicesOf(one: FirstTrip, more: Iterable<Reading<GraphDevice>> = []): GraphDevice[] {
  const single = [...one.byId.values(), ...more].flatMap((reading) => (reading.kind === 'read' ? [reading.value] : []));
  const listed = [...valueOf(one.registered), ...[...one.byName.values()].flatMap(valueOf)];
  return [...new Map([...listed, ...single].map((device) => [device.id ?? device.deviceId ?? device, device])).values()];
}

export function managedOf(one: FirstTrip): ManagedDevice[] {
  const rows = [...valueOf(one.managed), ...[...one.managedById.values()].flatMap(valueOf)];
  return [...new Map(rows.map((row) => [row.id ?? row, row])).values()];
}

export function leadsOf(subject: Subject, one: FirstTrip): Leads {
  const signIns = signInsOf(one);
  const failing = signIns.filter(hasFailed);
  const devices = devicesOf(one);
  const managed = managedOf(one);
  const given = givenDeviceIds(subject);
  const refused = ids(failing.map((row) => row.deviceDetail?.deviceId));
  const focus = given.length > 0 ? given : refused.length > 0 ? refused.slice(0, 3) : ids(devices.map(({ deviceId }) => deviceId)).slice(0, 5);
  const present = new Set(ids(devices.map(({ deviceId }) => deviceId)));
  const named = ids([...refused, ...signIns.map((row) => row.deviceDetail?.deviceId), ...managed.map(({ azureADDeviceId }) => azureADDeviceId)]);
  const unchecked = named.filter((id) => !present.has(id) && !one.byId.has(id)).slice(0, maxUnchecked);
  const inFocus = (id: string | null | undefined): boolean => focus.includes(id?.toLowerCase() ?? '');
  const focused = devices.filter(({ deviceId }) => inFocus(deviceId));
  const enrolled = managed.filter(({ azureADDeviceId }) => inFocus(azureADDeviceId));
  const known: Targets = {
    objectIds: ids([...(subject.knownObjectIds ?? []), ...focused.map(({ id }) => id)]),
    names: texts([
      ...givenNames(subject),
      ...focused.map(({ displayName }) => displayName),
      ...enrolled.map(({ deviceName }) => deviceName),
      ...failing.map((row) => row.deviceDetail?.displayName),
      ...(focus.length === 0 ? managed.map(({ deviceName }) => deviceName) : []),
    ]),
  };
  const binned = deletedOf(valueOf(one.deleted), [...focus, ...named], known.names);
  const targets: Targets = {
    objectIds: ids([...known.objectIds, ...binned.map(({ id }) => id)]).slice(0, 5),
    names: texts([...known.names, ...binned.map(({ displayName }) => displayName)]).slice(0, 4),
  };
  return {
    focus,
    unchecked,
    managed: (enrolled.length > 0 ? enrolled : managed).filter(isWindows).sort(newestSync).slice(0, maxManaged),
    targets,
    isDeviceTrouble:
      (subject.knownObjectIds ?? []).length > 0 ||
      binned.length > 0 ||
      focus.some((id) => !present.has(id)) ||
      focused.some((device) => device.accountEnabled === false || isPending(device)) ||
      failing.some((row) => deviceCodes.includes(row.status?.errorCode ?? 0)) ||
      valueOf(one.tenantAudits).some((row) => concerns(row, targets) && /delete device/i.test(row.activityDisplayName ?? '')),
    isPolicyTrouble: failing.some((row) => row.conditionalAccessStatus === 'failure' || failingPolicies(row).length > 0),
  };
}

/** The bin holds the whole tenant's devices; of it, those the case can be about. */
export function deletedOf(deleted: readonly GraphDevice[], deviceIds: readonly string[], names: readonly string[]): GraphDevice[] {
  const wantedNames = names.map((name) => name.toLowerCase());
  return deleted.filter(({ deviceId, displayName }) => deviceIds.includes(deviceId?.toLowerCase() ?? '') || wantedNames.includes(displayName?.toLowerCase() ?? ''));
}

const texts = (given: Iterable<string | null | undefined>): string[] => [...new Set([...given].flatMap((text) => (text?.trim() ? [text.trim()] : [])))];

/** Synced from the domain and never registered. */
const isPending = (device: GraphDevice): boolean => device.trustType?.toLowerCase() === 'serverad' && !device.registrationDateTime;

const isWindows = ({ operatingSystem }: ManagedDevice): boolean => !operatingSystem || /^windows/i.test(operatingSystem);

const newestSync = (one: ManagedDevice, other: ManagedDevice): number => (other.lastSyncDateTime ?? '').localeCompare(one.lastSyncDateTime ?? '');
