import type { Facts, Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { iso } from '../facts/moments.ts';
import { type Cause, nothing } from './cause.ts';
import { attemptFindings, codeFindings } from './code-findings.ts';

/**
 * Entra, or the federation server, refused the person's credential or session while a token was asked for.
 * @see https://learn.microsoft.com/entra/identity/devices/troubleshoot-primary-refresh-token
 */
export const noPrtCredential: Cause = { id: 'no-prt-credential', gate: 'token', weigh };

function weigh(facts: Facts): Weighing {
  const { local, graph, refusal } = facts;
  const isDisabledAccount = graph?.user?.accountEnabled === false;
  const answers = local.deviceAuth?.kind === 'success';
  const noOtherSign = local.attempts.length === 0 && local.keySign !== 'failed' && !local.recoveryPending;
  const deviceFine = local.prt === 'no' && answers && noOtherSign;
  const silent = facts.noRefusalInLog;
  const codes = codeFindings(facts, 'no-prt-credential');
  const found = present([
    isDisabledAccount && finding('account-disabled', 'entra-device', 'T1', 'conclusive', 'The person’s account is disabled in Entra.'),
    ...codes,
    local.prt === 'no' && codes.some((code) => code.tier === 'T2') && finding('no-token', 'dsregcmd', 'T3', 'strong', 'Windows has no sign-in token for this person.'),
    deviceFine && finding('token-missing-on-good-device', 'dsregcmd', 'T3', silent ? 'weak' : 'strong', 'Entra accepts the device, yet Windows has no token for this person.'),
  ]);
  if (found.length === 0) return nothing;
  const deviceCode = [refusal?.known, ...local.attempts.map((attempt) => attempt.server)].some((code) => code?.cause === 'record-deleted' || code?.cause === 'record-disabled');
  const policySaysOtherwise = local.prt === 'yes' && refusal?.kind === 'device';
  return {
    for: found.map((entry) => (policySaysOtherwise && entry.id !== 'account-disabled' ? { ...entry, weight: 'weak' } : entry)),
    against: present([
      local.deviceAuth?.kind === 'refused' && finding('device-refused', 'dsregcmd', 'T3', 'strong', 'The laptop’s own test is refused: that is about the device, not the person.'),
      local.prt === 'yes' && attemptFindings(facts, 'no-prt-credential').length === 0 && finding('token-present', 'dsregcmd', 'T3', 'weak', 'Windows holds a token for this person.', iso(local.prtUpdatedAt)),
    ]),
    excluded: deviceCode && !isDisabledAccount,
  };
}
