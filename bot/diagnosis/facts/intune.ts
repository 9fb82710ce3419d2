import type { ComplianceSetting, GraphAnswers, ManagedDevice } from '../graph-answers.ts';
import type { DeviceView } from './device-view.ts';
import { moment, newest } from './moments.ts';
import { idOf, sameId, sameName } from './same.ts';

/** What Intune says about the laptop. `none` is a real absence; `could-not-read` is not. */
export interface IntuneView {
  readonly state: 'found' | 'orphan' | 'none' | 'could-not-read';
  /** Newest record of this device id, or the record of its former registration (`orphan`). */
  readonly record?: ManagedDevice;
  readonly compliance: 'compliant' | 'noncompliant' | 'grace' | 'unknown';
  /** Settings that fail, worst known first; `undefined` when they could not be read. */
  readonly failedSettings?: readonly ComplianceSetting[];
  readonly lastSyncAt?: number;
  readonly enrolledAt?: number;
}

/**
 * Stale duplicates are common after a re-enrolment: the newest record of the device id wins.
 * @see https://learn.microsoft.com/graph/api/resources/intune-devices-manageddevice
 */
export function intuneView(graph: GraphAnswers | undefined, device: DeviceView, now: number): IntuneView {
  if (!graph?.managedDevices) return { state: 'could-not-read', compliance: 'unknown', failedSettings: undefined };
  const newestFirst = [...graph.managedDevices].sort((a, b) => freshness(b) - freshness(a));
  const own = newestFirst.find((record) => sameId(record.azureADDeviceId, device.id));
  const record = own ?? newestFirst.find((candidate) => isFormer(candidate, device, graph));
  if (!record) return { state: 'none', compliance: 'unknown', failedSettings: undefined };
  return {
    state: own ? 'found' : 'orphan',
    record,
    compliance: complianceOf(record, now),
    failedSettings: graph.complianceSettings
      ?.filter((setting) => !setting.managedDeviceId || !record.id || sameId(setting.managedDeviceId, record.id))
      .filter((setting) => /^(non-?compliant|error|conflict)$/i.test(setting.state ?? ''))
      .sort((a, b) => rank(a) - rank(b)),
    lastSyncAt: moment(record.lastSyncDateTime),
    enrolledAt: moment(record.enrolledDateTime),
  };
}

const rank = (setting: ComplianceSetting): number => (/non/i.test(setting.state ?? '') ? 0 : 1);

const freshness = (record: ManagedDevice): number => newest(moment(record.lastSyncDateTime), moment(record.enrolledDateTime)) ?? 0;

/** Same laptop, other registration: the join was renewed and management still hangs on the old one. */
function isFormer(record: ManagedDevice, device: DeviceView, graph: GraphAnswers): boolean {
  if (record.operatingSystem && !/windows/i.test(record.operatingSystem)) return false;
  // An all-zero id means enrolled without a registration: nothing it could have been orphaned from.
  if (!device.id || idOf(record.azureADDeviceId) === undefined) return false;
  if (sameName(record.deviceName, device.name)) return true;
  const stillThere = graph.devices?.some((other) => sameId(other.deviceId, record.azureADDeviceId)) ?? false;
  return device.name === undefined && !stillThere && graph.managedDevices?.length === 1;
}

function complianceOf(record: ManagedDevice, now: number): IntuneView['compliance'] {
  const state = (record.complianceState ?? '').toLowerCase();
  if (state === 'compliant') return 'compliant';
  if (state === 'ingraceperiod') {
    const endsAt = moment(record.complianceGracePeriodExpirationDateTime);
    return endsAt !== undefined && endsAt < now ? 'noncompliant' : 'grace';
  }
  return ['noncompliant', 'conflict', 'error'].includes(state) ? 'noncompliant' : 'unknown';
}
