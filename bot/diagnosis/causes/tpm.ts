import type { Facts, Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { type Cause, nothing } from './cause.ts';
import { codeFindings, preJoinCodes } from './code-findings.ts';

/**
 * The device or session key in the security chip does not work; the record and the certificate are fine.
 * @see https://learn.microsoft.com/entra/identity/devices/troubleshoot-primary-refresh-token
 */
export const tpm: Cause = { id: 'tpm', gate: 'token', weigh };

function weigh(facts: Facts): Weighing {
  const { local, device } = facts;
  const keyFailed = local.keySign === 'failed' && local.tpmProtected === true;
  const recovery = local.recoveryPending && local.tpmProtected !== false;
  const joinCode = preJoinCodes(facts).find((code) => code.cause === 'tpm' && code.strength !== 'weak');
  const measured = present([
    keyFailed && finding('key-test-failed', 'dsregcmd', 'T3', 'strong', 'The elevated key test says that the key in the security chip does not work.'),
    recovery && finding('recovery-pending', 'dsregcmd', 'T3', 'strong', 'Windows has marked the device keys as unusable and wants to recover them.'),
    joinCode && finding('join-failed', 'dsregcmd', 'T3', joinCode.strength, `The join stopped at the security chip with ${joinCode.code}.`),
    ...codeFindings(facts, 'tpm'),
  ]);
  if (measured.length === 0) return nothing;
  const isWhole = device.state === 'found' && device.thumbprint === 'equal' && device.object?.accountEnabled !== false;
  return {
    for: [
      ...measured,
      ...present([
        isWhole && finding('record-intact', 'entra-device', 'T1', 'strong', 'The record in Entra is enabled and holds the same certificate as the laptop.'),
        local.deviceAuth?.kind === 'refused' && !isWhole && finding('device-refused', 'dsregcmd', 'T3', 'weak', 'The laptop’s own test with Entra is refused.'),
      ]),
    ],
    against: present([device.thumbprint === 'different' && finding('thumbprint-differs', 'entra-device', 'T1', 'strong', 'Entra knows another certificate for this device than the one on the laptop.')]),
    excluded: local.tpmProtected === false || (local.keySign === 'passed' && !recovery) || local.deviceAuth?.kind === 'success' && !keyFailed && !recovery,
  };
}
