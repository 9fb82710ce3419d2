import { isAhead, type Facts, type Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { clockText, iso, minute } from '../facts/moments.ts';
import type { Cause } from './cause.ts';
import { codeFindings, preJoinCodes } from './code-findings.ts';

/**
 * The clock of the PC is wrong enough that tokens and certificates look not valid. dsregcmd prints UTC, so a time zone
 * is never the reason.
 * @see https://learn.microsoft.com/entra/identity/devices/troubleshoot-primary-refresh-token
 */
export const clockSkew: Cause = { id: 'clock-skew', gate: 'token', weigh };

function weigh(facts: Facts): Weighing {
  const { local, now } = facts;
  const arrivedAt = local.receivedAt ?? now;
  const ahead = isAhead(local.newestAt, arrivedAt);
  // The clock at the very run leaves no doubt; another time ahead may still be a slip of the text.
  const clockAhead = isAhead(local.clientTime, arrivedAt);
  const joinCode = preJoinCodes(facts).find((code) => code.cause === 'clock-skew');
  const agrees = local.newestAt !== undefined && Math.abs(arrivedAt - local.newestAt) <= 5 * minute;
  const codes = codeFindings(facts, 'clock-skew');
  return {
    for: present([
      ahead && finding('laptop-time-ahead', 'dsregcmd', 'T3', clockAhead ? 'conclusive' : 'strong', `The laptop shows ${clockText(local.newestAt)}, which has not come yet.`, iso(local.newestAt)),
      joinCode && finding('join-failed', 'dsregcmd', 'T3', joinCode.strength, `The join failed with ${joinCode.code}, an error of dates.`),
      ...codes,
      local.prt === 'no' && codes.some((code) => code.tier === 'T2') && finding('no-token', 'dsregcmd', 'T3', 'strong', 'Windows has no sign-in token for this person.'),
    ]),
    against: present([agrees && finding('laptop-time-agrees', 'dsregcmd', 'T3', 'weak', 'The newest time the laptop printed agrees with ours within five minutes.')]),
  };
}
