import type { Facts, Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { clockText, iso } from '../facts/moments.ts';
import { type Cause, nothing } from './cause.ts';
import { codeFindings, preJoinCodes } from './code-findings.ts';

/**
 * Windows holds a registration whose object is no longer in this tenant, for good or in the bin.
 * @see https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts700003-device-object-not-found
 * @see https://learn.microsoft.com/entra/identity/devices/concept-soft-delete-devices
 */
export const recordDeleted: Cause = { id: 'record-deleted', gate: 'token', weigh };

function weigh(facts: Facts): Weighing {
  const { local, device, history, intune } = facts;
  if (local.joinType === 'none' || local.joinType === 'domain-only') return nothing;
  const isGone = device.state === 'not-found' && !local.otherTenant;
  const isBinned = device.state === 'soft-deleted';
  const codes = codeFindings(facts, 'record-deleted');
  const missingObject = preJoinCodes(facts).some((code) => code.cause === 'record-deleted');
  const refused = local.deviceAuth?.kind === 'refused';
  const deletion = history.deleted;
  const prtBefore = local.prt === 'yes' && deletion?.at !== undefined && local.prtUpdatedAt !== undefined && local.prtUpdatedAt < deletion.at;
  const supported = codes.length > 0 || refused || local.prt === 'no' || prtBefore || deletion !== undefined || intune.state === 'orphan';
  const found = present([
    isBinned && finding('device-in-deleted-items', 'entra-deleted-devices', 'T1', 'conclusive', 'The device is in the deleted items of Entra, from where it can be restored.', device.object?.deletedDateTime),
    isGone && finding('device-not-found', 'entra-device', 'T1', device.absenceProven && supported ? 'conclusive' : 'strong', 'Entra holds no device with this device id.'),
    deletion && (isGone || isBinned || device.pending || device.state === 'could-not-check') && finding('device-deleted', 'audit-log', 'T1', 'strong', `The device was deleted on ${clockText(deletion.at)} by ${deletion.actor}.`, iso(deletion.at)),
    ...codes,
    refused && finding('device-refused', 'dsregcmd', 'T3', 'strong', 'The laptop’s own test says that Entra refuses the device as disabled or deleted.'),
    missingObject && finding('registration-object-missing', 'dsregcmd', 'T3', 'strong', 'The registration service says that the device object is missing.'),
  ]);
  if (found.length === 0) return nothing;
  const supporting = present([
    local.prt === 'no' && finding('no-token', 'dsregcmd', 'T3', 'weak', 'Windows has no sign-in token for this person.'),
    prtBefore && finding('token-older-than-deletion', 'dsregcmd', 'T3', 'weak', 'The sign-in token is older than the deletion, so it does not speak against it.', iso(local.prtUpdatedAt)),
    (isGone || isBinned) && intune.state === 'orphan' && finding('managed-device-orphan', 'intune', 'T1', 'weak', 'Intune still holds a record of a former registration.'),
  ]);
  const answers = local.deviceAuth?.kind === 'success';
  const certain = isBinned || deletion !== undefined || codes.some((code) => code.weight !== 'weak');
  const against = present([
    answers && finding('device-authenticates', 'dsregcmd', 'T3', 'strong', 'The laptop’s own test with Entra succeeded, so the record existed at that moment.'),
    isGone && device.namesake && !deletion && finding('registered-again', 'entra-device', 'T1', 'strong', 'Entra holds a younger registration with the same name: the laptop shows its former one.', device.namesake.registrationDateTime),
    device.state === 'found' && !device.pending && finding('device-found', 'entra-device', 'T1', 'strong', 'Entra holds this device.'),
  ]);
  return {
    for: [...found, ...supporting],
    against: deletion !== undefined || isBinned ? against.filter((entry) => entry.id !== 'device-authenticates') : against,
    excluded: (device.state === 'found' && !device.pending) || (answers && !certain && !local.reported),
    atMost: capOf(facts, codes.some((code) => code.weight === 'conclusive' && code.tier === 'T2')),
  };
}

/** A refused device that nobody could look up may as well be disabled; a deletion by the sync is a change of scope. */
function capOf({ device, history, local }: Facts, hasConclusiveCode: boolean): Weighing['atMost'] {
  if (device.pending) return history.deleted && history.deleted.by !== 'sync' ? 'very-likely' : 'possible';
  if (history.deleted?.by === 'sync') return 'very-likely';
  if (device.state === 'not-found') return device.namesake && !history.deleted && !hasConclusiveCode ? 'possible' : undefined;
  if (device.state === 'soft-deleted' || hasConclusiveCode || local.otherTenant) return undefined;
  return 'possible';
}
