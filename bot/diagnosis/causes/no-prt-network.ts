import { isStalePrt, type Facts, type Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { hour, iso, moment } from '../facts/moments.ts';
import type { CauseId } from '../diagnosis.ts';
import { codeOf } from '../facts/known-codes.ts';
import { type Cause, nothing } from './cause.ts';
import { codeFindings, preJoinCodes } from './code-findings.ts';

/**
 * Windows cannot reach the sign-in or registration end points, as the user or as SYSTEM.
 * @see https://learn.microsoft.com/entra/identity/devices/troubleshoot-primary-refresh-token
 */
export const noPrtNetwork: Cause = { id: 'no-prt-network', gate: 'token', weigh };

const isLocalFault = (cause: CauseId | null | undefined): boolean => cause === 'clock-skew' || cause === 'tpm' || cause === 'certificate';

/** The key, the certificate or a code somebody copied from the laptop says why nothing could be asked of Entra. */
function hasLocalFault({ local, device, now }: Facts): boolean {
  const endsAt = moment(local.certificate?.endsAt);
  const named = local.looseCodes.map(codeOf).some((code) => code !== undefined && code.strength !== 'weak' && isLocalFault(code.cause));
  return local.keySign === 'failed' || local.recoveryPending || (endsAt !== undefined && endsAt < now) || device.thumbprint === 'different' || named;
}

const bareRefusal = /^0xc000006[ad]$/i;

function weigh(facts: Facts): Weighing {
  const { local } = facts;
  const selfTest = local.deviceAuth?.kind === 'could-not-run' ? local.deviceAuth : undefined;
  const testedKey = isLocalFault(codeOf(selfTest?.code)?.cause);
  const couldNotTest = selfTest !== undefined && !testedKey;
  const joinCode = preJoinCodes(facts).find((code) => code.cause === 'no-prt-network' && code.strength === 'strong');
  const tokenIsMissing = local.prt === 'no' || (local.prt === 'yes' && isStalePrt(facts)) || local.prt === 'unknown';
  // 0xc000006d without a server's text is the client's word for "no answer" as well as for "refused".
  const unanswered = local.attempts.find((attempt) => !attempt.reachedServer && !attempt.transport && bareRefusal.test(attempt.status?.code ?? ''));
  const reached = local.attempts.some((attempt) => attempt.reachedServer);
  const measured = present([
    couldNotTest && finding('device-test-could-not-run', 'dsregcmd', 'T3', tokenIsMissing ? 'strong' : 'weak', 'The laptop’s own test could not reach Entra from the system’s context.'),
    joinCode && finding('join-could-not-connect', 'dsregcmd', 'T3', 'strong', `The join could not reach the registration service (${joinCode.code}).`),
    unanswered && finding('token-request-unanswered', 'dsregcmd', 'T3', 'strong', 'The last token attempt got no answer that a server would have signed.', iso(unanswered.at)),
    ...(reached ? [] : codeFindings(facts, 'no-prt-network').filter((entry) => entry.id !== 'device-test-error' && !(unanswered && entry.id === 'token-attempt-status'))),
  ]);
  // A clock, key or certificate error of the same attempt explains both the failure and the silence.
  const otherwise = local.attempts.some((attempt) => !attempt.server && isLocalFault((attempt.transport ?? attempt.status)?.cause));
  // So does a fault measured at the laptop itself, where nothing but a test that could not run speaks of the network.
  const testSaysNetwork = codeOf(selfTest?.code)?.cause === 'no-prt-network';
  const explainedHere = hasLocalFault(facts) && !testSaysNetwork && measured.every((entry) => entry.id === 'device-test-could-not-run');
  const silent = facts.noRefusalInLog;
  const onlySilence = measured.length === 0 && silent && local.prt === 'no' && local.attempts.length === 0 && local.deviceAuth?.kind !== 'refused';
  if (measured.length === 0 && !onlySilence) return nothing;
  const at = local.attempts.at(-1)?.at;
  const answered = facts.refusal && facts.refusal.kind !== 'prompt' && (at === undefined || Math.abs(facts.refusal.at - at) < hour);
  return {
    for: [...measured, ...present([silent && (measured.length > 0 || onlySilence) && finding('no-sign-in-row', 'sign-in-log', 'T2', 'strong', 'Entra logged no refused sign-in: the request does not seem to have arrived.')])],
    against: present([
      answered && finding('server-was-reached', 'sign-in-log', 'T2', 'strong', 'Entra did log a sign-in at that time, so it could be reached.', iso(facts.refusal?.at)),
      local.deviceAuth?.kind === 'success' && finding('device-authenticates', 'dsregcmd', 'T3', 'weak', 'The laptop’s own test did reach Entra.'),
    ]),
    excluded: (reached && !couldNotTest) || otherwise || explainedHere,
    atMost: onlySilence ? 'possible' : undefined,
  };
}
