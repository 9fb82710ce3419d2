import type { Facts, Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { clockText, iso } from '../facts/moments.ts';
import { type Cause, nothing } from './cause.ts';
import { codeFindings } from './code-findings.ts';

/**
 * The device object exists in Entra, but a person or a stale-device rule turned it off.
 * @see https://learn.microsoft.com/entra/identity/devices/manage-device-identities
 * @see https://learn.microsoft.com/entra/identity/devices/manage-stale-devices
 */
export const recordDisabled: Cause = { id: 'record-disabled', gate: 'token', weigh };

function weigh(facts: Facts): Weighing {
  const { local, device, history } = facts;
  if (local.joinType === 'none' || local.joinType === 'domain-only') return nothing;
  const isDisabled = device.state === 'found' && device.object?.accountEnabled === false;
  const isEnabled = device.state === 'found' && device.object?.accountEnabled === true;
  const codes = codeFindings(facts, 'record-disabled');
  const refused = local.deviceAuth?.kind === 'refused';
  const turnedOff = history.disabled && !((history.enabled?.at ?? 0) > (history.disabled.at ?? Infinity)) ? history.disabled : undefined;
  const found = present([
    isDisabled && finding('device-disabled', 'entra-device', 'T1', 'conclusive', 'Entra lists this device as disabled.'),
    turnedOff && !isEnabled && finding('device-was-disabled', 'audit-log', 'T1', 'strong', `The device was disabled on ${clockText(turnedOff.at)} by ${turnedOff.actor}.`, iso(turnedOff.at)),
    ...codes,
    refused && finding('device-refused', 'dsregcmd', 'T3', 'strong', 'The laptop’s own test says that Entra refuses the device as disabled or deleted.'),
  ]);
  const answers = local.deviceAuth?.kind === 'success';
  const hasConclusiveCode = codes.some((code) => code.weight === 'conclusive');
  const supportedByOthers = turnedOff !== undefined || codes.some((code) => code.weight !== 'weak');
  return {
    for: found,
    against: present([
      isEnabled && finding('device-enabled', 'entra-device', 'T1', 'strong', 'Entra lists this device as enabled.'),
      answers && !supportedByOthers && finding('device-authenticates', 'dsregcmd', 'T3', 'strong', 'The laptop’s own test with Entra succeeded, so the record was enabled at that moment.'),
    ]),
    excluded:
      (isEnabled && (answers || !hasConclusiveCode)) ||
      device.state === 'not-found' ||
      device.state === 'soft-deleted' ||
      (answers && !isDisabled && !hasConclusiveCode),
    atMost: isDisabled || hasConclusiveCode || turnedOff ? undefined : 'possible',
  };
}
