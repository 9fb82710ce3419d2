import type { GraphAnswers, SignIn } from '../graph-answers.ts';
import { codeOf, type KnownCode } from './known-codes.ts';
import type { DeviceView } from './device-view.ts';
import { isPersons } from './persons-rows.ts';
import { day, minute, moment } from './moments.ts';
import { idOf, sameId } from './same.ts';

/** A refused sign-in, read once. `presented` says which device the app showed to Entra. */
export interface Refusal {
  readonly row: SignIn;
  readonly at: number;
  readonly errorCode: number;
  readonly known?: KnownCode;
  /** `empty`: no device was shown; `unknown`: the log does not say. */
  readonly presented: 'this' | 'other' | 'empty' | 'unknown';
  readonly kind: 'device' | 'credential' | 'other' | 'prompt';
  /** Solved meanwhile, seen from the log alone: the same app on the same device got in later. */
  readonly overcome: boolean;
}

export interface SignInLog {
  readonly state: 'read' | 'could-not-read';
  /** Newest first, within the incident window, without interrupts that ended well. */
  readonly refusals: readonly Refusal[];
  /** All successes that were read, newest first, also those before the window. */
  readonly successes: readonly { readonly row: SignIn; readonly at: number }[];
  /** All failing rows that were read, also those before the window. */
  readonly allFailing: readonly { readonly row: SignIn; readonly at: number }[];
}

const deviceCauses: readonly (string | null)[] = ['record-deleted', 'record-disabled', 'not-compliant', 'not-managed', 'wrong-join-type', 'hybrid-sync', 'certificate', 'tpm', 'not-joined', 'clock-skew'];
/** Codes of the Conditional Access family that name no cause alone. */
const policyCodes = new Set([53003, 50131, 50097]);

/**
 * The person's sign-ins of the last 24 hours, judged locally.
 * @see https://learn.microsoft.com/graph/api/resources/signin
 */
export function signInLog(graph: GraphAnswers | undefined, device: DeviceView, now: number): SignInLog {
  if (!graph?.signIns) return { state: 'could-not-read', refusals: [], successes: [], allFailing: [] };
  const rows = graph.signIns
    .filter((row) => isPersons(row, graph))
    .flatMap((row) => {
      const at = moment(row.createdDateTime);
      return at === undefined ? [] : [{ row, at }];
    })
    .sort((a, b) => b.at - a.at);
  const successes = rows.filter(({ row }) => row.status?.errorCode === 0);
  const wentWell = new Set(successes.map(({ row }) => idOf(row.correlationId)));
  wentWell.delete(undefined);
  const allFailing = rows.filter(({ row }) => typeof row.status?.errorCode === 'number' && row.status.errorCode !== 0 && !wentWell.has(idOf(row.correlationId)));
  const refusals = allFailing
    .filter(({ at }) => at >= now - day && at <= now + 15 * minute)
    .map(({ row, at }) => refusal(row, at, device, successes));
  return { state: 'read', refusals, successes, allFailing };
}

function refusal(row: SignIn, at: number, device: DeviceView, successes: SignInLog['successes']): Refusal {
  const errorCode = row.status?.errorCode as number;
  const known = codeOf(`AADSTS${errorCode}`);
  const presented = presentedDevice(row, device);
  return {
    row,
    at,
    errorCode,
    known,
    presented,
    kind: kindOf(errorCode, known, row),
    overcome: successes.some((success) => success.at > at && sameApp(success.row, row) && sameDevice(success.row, row)),
  };
}

function presentedDevice(row: SignIn, device: DeviceView): Refusal['presented'] {
  const detail = row.deviceDetail;
  if (!detail || !('deviceId' in detail)) return 'unknown';
  const shown = idOf(detail.deviceId);
  if (shown === undefined) return detail.trustType ? 'unknown' : 'empty';
  if (device.id === undefined) return 'unknown';
  return shown === device.id ? 'this' : 'other';
}

function kindOf(errorCode: number, known: KnownCode | undefined, row: SignIn): Refusal['kind'] {
  const failed = enforcedFailures(row);
  if (known?.sub === 'prompt-or-interrupt' && known.strength === 'weak' && failed.length === 0) return 'prompt';
  if (errorCode === 50097 && failed.length === 0) return 'prompt';
  if (known?.cause === 'no-prt-credential') return 'credential';
  if (policyCodes.has(errorCode) || (known && deviceCauses.includes(known.cause))) return 'device';
  // Browser and app rules are device rules too: the device was asked for and could not be shown.
  if (known?.sub === 'browser-no-device' || known?.sub === 'auth-flow' || known?.sub === 'app-protection') return 'device';
  if (failed.some((policy) => policy.enforcedGrantControls?.some((control) => /device|block/i.test(control ?? '')))) return 'device';
  return 'other';
}

/** Policies that really stopped this sign-in; report-only, not applied and unknown results never did. */
export function enforcedFailures(row: SignIn) {
  const policies = row.appliedConditionalAccessPolicies;
  return Array.isArray(policies) ? policies.filter((policy) => policy?.result?.toLowerCase() === 'failure') : [];
}

/** The list is missing altogether: no permission to see it, which is not "no policy". */
export const policiesUnseen = (row: SignIn): boolean => !Array.isArray(row.appliedConditionalAccessPolicies);

const sameApp = (one: SignIn, other: SignIn): boolean =>
  one.appId && other.appId ? sameId(one.appId, other.appId) : (one.appDisplayName ?? '') === (other.appDisplayName ?? '');

function sameDevice(success: SignIn, failing: SignIn): boolean {
  const one = idOf(success.deviceDetail?.deviceId);
  const other = idOf(failing.deviceDetail?.deviceId);
  if (one === other) return true;
  // A refusal that showed no device is overcome when the same kind of client later shows one.
  return other === undefined && one !== undefined && (success.deviceDetail?.browser ?? '') === (failing.deviceDetail?.browser ?? '') && /windows/i.test(success.deviceDetail?.operatingSystem ?? '');
}
