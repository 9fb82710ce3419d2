import type { GraphAnswers } from '../graph-answers.ts';
import type { DeviceView } from './device-view.ts';
import { newest, moment } from './moments.ts';
import { sameId } from './same.ts';
import type { Refusal, SignInLog } from './sign-ins.ts';
import type { LocalView } from './local-view.ts';

/** Which refusal the case is about, and what had to be set aside to say so. */
export interface FailingSignIn {
  readonly refusal?: Refusal;
  /** Newest refusal of another registration, when none of this device is left. */
  readonly otherDevice?: Refusal;
  /** Newest refusal whose reason has gone since; one new attempt decides. */
  readonly fixedSince?: Refusal;
}

/**
 * The newest refusal that can be about this laptop: rows of this device before rows without one, device rules before
 * everything else, and nothing that has been overcome or repaired since.
 */
export function failingSignIn(log: SignInLog, device: DeviceView, local: LocalView, graph: GraphAnswers | undefined): FailingSignIn {
  const own = log.refusals.filter((refusal) => refusal.presented !== 'other');
  const isFixed = (refusal: Refusal) => refusal.overcome || repairedSince(refusal, device, local, graph);
  const open = own.filter((refusal) => !isFixed(refusal));
  const refusal =
    open.find((one) => one.kind === 'device' || (one.kind === 'credential' && local.prt !== 'yes')) ??
    open.find((one) => one.kind === 'other' || one.kind === 'credential') ??
    open.find((one) => one.kind === 'prompt');
  if (refusal && refusal.kind !== 'prompt') return { refusal };
  const fixedSince = own.find((one) => one.kind === 'device' && isFixed(one));
  const otherDevice = log.refusals.find((one) => one.presented === 'other' && !one.overcome);
  return { refusal, fixedSince, otherDevice: fixedSince ? undefined : otherDevice };
}

/** Rule 12: the directory or Intune changed after the refusal, and the condition it names is met now. */
function repairedSince({ at, errorCode, row }: Refusal, { state, object, id }: DeviceView, local: LocalView, graph: GraphAnswers | undefined): boolean {
  if (state !== 'found' || !object) return false;
  const changedAt = newest(
    ...(graph?.managedDevices ?? []).filter((record) => sameId(record.azureADDeviceId, id)).map((record) => moment(record.lastSyncDateTime)),
    ...(graph?.directoryAudits ?? [])
      .filter((audit) => audit.targetResources?.some((target) => sameId(target.id, object.id)))
      .map((audit) => moment(audit.activityDateTime)),
    moment(object.registrationDateTime),
  );
  const changedLater = changedAt !== undefined && changedAt > at;
  const lost = errorCode === 700003 || errorCode === 130008;
  const refusedAsDisabled = errorCode === 135011 || errorCode === 130007;
  if (lost || refusedAsDisabled) return object.accountEnabled !== false && (changedLater || local.deviceAuth?.kind === 'success');
  const compliance = errorCode === 53000 || errorCode === 530002 || errorCode === 530003;
  // Where Intune cannot be read, a row that says otherwise than the record now is the older word of the two.
  const changedUnseen = graph?.managedDevices === undefined && row.deviceDetail?.isCompliant === false;
  return compliance && (changedLater || changedUnseen) && object.isCompliant === true && row.deviceDetail?.isCompliant !== true && row.deviceDetail?.deviceId !== '';
}
