import type { NextStep } from '../diagnosis.ts';
import { trustOf } from '../facts/same.ts';
import { askWhy, isWellProven, runA, runB, step, type Prognosis, type Steps } from './step.ts';

/**
 * A lost registration comes back in the way of its join type, and a restore from the bin always before a new
 * registration: while the object lies there its device id stays reserved.
 * @see https://learn.microsoft.com/entra/identity/devices/concept-soft-delete-devices
 * @see https://learn.microsoft.com/entra/identity/devices/faq
 */
export const forRecordDeleted: Steps = (prognosis) => {
  const { device, history } = prognosis.facts;
  const who = history.deleted ? askWhy(history.deleted, 'removed the device') : 'Find out in the audit log who removed the device, and why';
  const ask = step('helpdesk', `${who}. Before anything is brought back, check that the laptop is not lost, stolen, part of an incident or of a leaver’s hand-over, and confirm its name and serial number with the person.`);
  if (device.state === 'soft-deleted') {
    return [
      ask,
      step('Cloud Device Administrator', 'Restore the device from the deleted items of Entra (Entra admin center > Devices > Deleted devices): its keys and passwords come back with it.'),
      step('reporter', 'Once IT tells you it is done, lock the laptop (Windows key + L), unlock it and try again. Until then stay signed in to Windows.'),
      step('Intune Administrator', 'After the restore, start a sync of the device: it counts as not compliant until its next check-in.'),
    ];
  }
  if (device.state === 'could-not-check' || device.state === 'unknown-id') return [lookUp(prognosis), ask, step('reporter', 'Stay signed in to Windows until the helpdesk has looked at your device record.')];
  return [ask, ...binCheck(prognosis), ...(isWellProven(prognosis) ? registerAgain(prognosis) : [lookUp(prognosis)])];
};

const lookUp = ({ facts }: Prognosis): NextStep =>
  step('helpdesk', `Look the device up in Entra by its device id${facts.device.id ? ` (${facts.device.id})` : ''}: is it there, turned off, or in the deleted items? The laptop alone cannot tell these apart.`);

function binCheck({ facts }: Prognosis): NextStep[] {
  if (facts.graph?.deletedDevices) return [];
  return [step('Cloud Device Administrator', 'Look into the deleted items of Entra first: a device found there is restored, not registered anew.')];
}

/** Only what Microsoft documents for the join type, and nothing that takes a laptop out of its join. */
function registerAgain({ facts }: Prognosis): NextStep[] {
  const trust = facts.local.joinType;
  if (trust === 'registered') return [step('reporter', 'Open Settings > Accounts > Access work or school, disconnect this work account and connect it again. Signing in to Windows itself does not depend on it.'), freshRun];
  if (trust === 'hybrid-joined') {
    return [
      step('Hybrid Identity Administrator', 'Make sure that the computer account is enabled in AD, lies in a synced organizational unit, and run a delta sync.'),
      step('local-administrator', 'On the corporate network, go through the pre-checks for a hybrid PC (domain controller in reach, BitLocker key known), then have the task Workplace Join > Automatic-Device-Join register the PC again.'),
      freshRun,
    ];
  }
  return [
    step('helpdesk', 'Before the repair: BitLocker key and local administrator known, work saved, and the person has a password and a second factor at hand.'),
    step('local-administrator', 'In an elevated command prompt at the PC run “dsregcmd /forcerecovery”, choose Sign in and let the person sign in; then sign out of Windows and in again.'),
    freshRun,
  ];
}

const freshRun = step('reporter', 'Afterwards run “dsregcmd /status | clip” once more in an ordinary window and paste the result here, so that we see it worked.');

/**
 * A device is often turned off on purpose; ask before turning it on.
 * @see https://learn.microsoft.com/entra/identity/devices/manage-device-identities
 */
export const forRecordDisabled: Steps = (prognosis) => {
  const { history, device } = prognosis.facts;
  const asker = history.disabled ? askWhy(history.disabled, 'turned the device off', 'its computer account is disabled in AD') : 'Find out in the audit log (“Update device”) who turned the device off, and why';
  const isHybrid = prognosis.facts.local.joinType === 'hybrid-joined' || trustOf(device.object?.trustType) === 'hybrid';
  const enable = isHybrid
    ? step('Hybrid Identity Administrator', 'If it may be used again: enable the computer account in the on-premises AD and run a sync; a change made in Entra alone is overwritten.')
    : step('Cloud Device Administrator', 'If it may be used again: Entra admin center > Devices > All devices > this device > Enable.');
  return [
    ...(device.state === 'found' ? [] : [lookUp(prognosis)]),
    step('helpdesk', `${asker}: was it on purpose (lost, stolen, incident, leaver, long unused)? Nobody turns it on before that is answered.`),
    ...(isWellProven(prognosis) || prognosis.confidence === 'confirmed' ? [enable] : []),
    step('reporter', 'Once IT tells you it is switched on again, lock the laptop (Windows key + L), unlock it and try again.'),
  ];
};

/** @see https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current */
export const forHybridSync: Steps = ({ facts }) => {
  const { history, device, local } = facts;
  const scope = history.deleted?.by === 'sync';
  const deletedByOther = scope ? undefined : history.deleted;
  return [
    ...(deletedByOther ? [step('helpdesk', `${askWhy(deletedByOther, 'removed the registered device')}. What is there now is only its synced stub.`)] : []),
    scope
      ? step('Hybrid Identity Administrator', 'Put the computer’s organizational unit back into the sync scope and run a delta sync; check whether other computers were removed with it.')
      : step('Hybrid Identity Administrator', 'Check that the computer account is enabled and in a synced organizational unit, look for export errors and at the service connection point, then run a delta sync.'),
    step('local-administrator', 'On the corporate network run the task Microsoft > Windows > Workplace Join > Automatic-Device-Join, then have the person sign out of Windows and in again.'),
    ...(device.pending || local.preJoin ? [] : [runB]),
    step('reporter', 'When IT has asked you to, connect to the office network or VPN, sign in to Windows, then run “dsregcmd /status | clip” and paste the result here.'),
  ];
};

/** A repair of keys needs proof; the proof is one elevated run. */
export const forCertificate: Steps = (prognosis) => {
  const { facts } = prognosis;
  const prove = facts.local.keySign === undefined ? [runB] : [];
  const compare = step('helpdesk', 'Compare the thumbprint of the output with the device in Entra, and ask whether the PC was imaged, restored from a snapshot, or got a new mainboard.');
  if (!isWellProven(prognosis)) return [...prove, compare, ...(prove.length ? [] : [runA])];
  return [compare, ...prove, ...registerAgain(prognosis)];
};

/** @see https://learn.microsoft.com/entra/identity/devices/troubleshoot-primary-refresh-token */
export const forTpm: Steps = (prognosis) => [
  step('reporter', 'Restart the laptop, sign in with your password instead of the PIN, and finish the prompt if Windows asks you to sign in again.'),
  ...(prognosis.facts.local.keySign === undefined ? [runB] : []),
  step('local-administrator', 'Look for a firmware update of the security chip from the maker, and ask whether the mainboard was changed. Have the BitLocker key written down before any firmware work.'),
];
