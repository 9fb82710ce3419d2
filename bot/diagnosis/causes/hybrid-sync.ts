import type { CauseId } from '../diagnosis.ts';
import type { Facts, Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { codeOf } from '../facts/known-codes.ts';
import { clockText, iso } from '../facts/moments.ts';
import { trustOf } from '../facts/same.ts';
import { type Cause, nothing } from './cause.ts';
import { codeFindings, preJoinCodes } from './code-findings.ts';

/**
 * A domain joined PC whose Entra object is missing, pending or not linked, because of AD, the connection point or the sync.
 * @see https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current
 * @see https://learn.microsoft.com/troubleshoot/entra/entra-id/dir-dmns-obj/pending-devices
 */
export const hybridSync: Cause = { id: 'hybrid-sync', gate: 'token', weigh };

/** The join stopped at the laptop or on its way: neither AD nor the sync is to blame. */
const ofTheLaptop = new Set<CauseId>(['no-prt-network', 'clock-skew', 'certificate', 'tpm', 'not-joined']);

function weigh(facts: Facts): Weighing {
  const { local, device, history, demand, refusal } = facts;
  const isAdOnly = local.joinType === 'domain-only' || local.joinType === 'domain-and-registered';
  const codes = preJoinCodes(facts);
  const isOtherwise = codes.some((code) => code.strength !== 'weak' && code.cause !== null && ofTheLaptop.has(code.cause));
  const joinCode = codes.find((code) => code.cause === 'hybrid-sync' || code.also.includes('hybrid-sync'));
  const scopeChange = history.deleted?.by === 'sync' && (device.state === 'not-found' || device.state === 'soft-deleted' || device.pending || device.state === 'could-not-check');
  const wrongTenant = /90002/.test(local.preJoin?.serverMessage ?? '');
  const wanted = demand?.wants === 'hybrid';
  const unknownTenant = local.joinType === 'hybrid-joined' && local.attempts.some((attempt) => attempt.server?.code === 'AADSTS90002');
  const found = present([
    device.pending && finding('device-pending', 'entra-device', 'T1', 'conclusive', 'Entra holds a synced stub of this PC that never finished its registration (pending).'),
    scopeChange && finding('deleted-by-sync', 'audit-log', 'T1', 'conclusive', `The sync account deleted the device on ${clockText(history.deleted?.at)}: the computer left the sync scope.`, iso(history.deleted?.at)),
    joinCode && finding('join-failed', 'dsregcmd', 'T3', isOtherwise ? 'weak' : 'strong', `The hybrid join failed with ${joinCode.code}${joinCode.meaning ? ` (${joinCode.meaning.replace(/\.$/, '')})` : ''}.`),
    wrongTenant && finding('connection-point-wrong-tenant', 'dsregcmd', 'T3', 'strong', 'The registration service does not know the tenant that the service connection point names.'),
    isAdOnly && finding('domain-joined-only', 'dsregcmd', 'T4', isOtherwise ? 'weak' : 'strong', 'The PC is in the Windows domain but not joined to Entra.'),
    isAdOnly && wanted && finding('hybrid-join-demanded', 'conditional-access', 'T2', 'strong', `The policy “${demand.policyName || 'named by the error'}” wants a hybrid joined device.`, iso(refusal?.at)),
    !local.given && wanted && refusal?.presented === 'empty' && finding('hybrid-join-demanded', 'conditional-access', 'T2', 'weak', 'A hybrid joined device was wanted and none was shown: a domain PC whose join hangs looks like this.', iso(refusal.at)),
    isAdOnly && device.state === 'unknown-id' && facts.graph?.devices !== undefined && finding('no-device-object', 'entra-device', 'T1', 'weak', 'Entra shows no registered object for this PC.'),
    ...codeFindings(facts, 'hybrid-sync').filter((entry) => entry.weight !== 'weak' || isAdOnly || device.pending),
  ]);
  if (found.length === 0) return nothing;
  const object = device.state === 'found' ? device.object : undefined;
  const isRegistered = trustOf(object?.trustType) === 'hybrid' && !device.pending && object?.registrationDateTime !== null;
  const answers = local.deviceAuth?.kind === 'success' && local.joinType === 'hybrid-joined';
  const notOfDomain = ['entra-joined', 'registered', 'none'].includes(local.joinType) && !device.pending && !scopeChange && !local.looseCodes.some((raw) => codeOf(raw)?.cause === 'hybrid-sync');
  return {
    for: found,
    against: present([
      isRegistered && finding('hybrid-registered', 'entra-device', 'T1', 'strong', 'Entra holds this PC as hybrid joined and registered.'),
      answers && finding('device-authenticates', 'dsregcmd', 'T3', 'strong', 'The laptop’s own test with Entra succeeded.'),
    ]),
    excluded: (isRegistered && !unknownTenant) || (answers && !scopeChange && !unknownTenant) || notOfDomain,
  };
}
