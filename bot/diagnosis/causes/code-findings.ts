import type { CauseId, Finding } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import { finding } from '../facts/finding.ts';
import { codeOf, speaksFor, type KnownCode } from '../facts/known-codes.ts';
import { iso } from '../facts/moments.ts';

const say = (code: KnownCode) => (code.meaning ? `${code.code} (${code.meaning.replace(/\.$/, '')})` : code.code);

/** The server's answer inside the laptop's own token attempts, then the client's statuses around it. */
export function attemptFindings({ local }: Facts, cause: CauseId): Finding[] {
  return local.attempts.flatMap((attempt) => {
    const server = speaksFor(attempt.server, cause);
    if (attempt.server && server) {
      return [finding('server-refused-token', 'dsregcmd', 'T2', server, `Entra refused the sign-in token of this laptop with ${say(attempt.server)}.`, iso(attempt.at))];
    }
    if (attempt.server) return [];
    const transport = speaksFor(attempt.transport, cause);
    if (attempt.transport && transport) return [finding('token-request-failed', 'dsregcmd', 'T3', transport, `The token request failed on its way: ${say(attempt.transport)}.`, iso(attempt.at))];
    const status = speaksFor(attempt.status, cause);
    return attempt.status && status && !attempt.transport ? [finding('token-attempt-status', 'dsregcmd', 'T3', status, `The last token attempt ended with ${say(attempt.status)}.`, iso(attempt.at))] : [];
  });
}

/** The code of the sign-in the case is about. */
export function refusalFinding({ refusal }: Facts, cause: CauseId): Finding | undefined {
  const weight = refusal?.presented === 'other' ? undefined : speaksFor(refusal?.known, cause);
  if (!refusal?.known || !weight) return undefined;
  return finding('sign-in-error', 'sign-in-log', 'T2', weight, `The sign-in log shows ${say(refusal.known)}.`, iso(refusal.at));
}

/** Codes found in the words around the output: somebody copied them, so they never stand above a measured row. */
export function looseFindings({ local }: Facts, cause: CauseId): Finding[] {
  return local.looseCodes.flatMap((raw) => {
    const code = codeOf(raw);
    const weight = speaksFor(code, cause);
    if (!code || !weight || weight === 'weak') return [];
    return [finding('code-in-text', 'dsregcmd', 'T3', 'strong', `The text given names ${say(code)}.`)];
  });
}

/** The self-test could not run and says why: often the network, sometimes the key or the certificate. */
export function selfTestFinding({ local }: Facts, cause: CauseId): Finding | undefined {
  const code = local.deviceAuth?.kind === 'could-not-run' ? codeOf(local.deviceAuth.code) : undefined;
  const weight = speaksFor(code, cause);
  return code && weight ? finding('device-test-error', 'dsregcmd', 'T3', weight, `The laptop’s own test with Entra stopped at ${say(code)}.`) : undefined;
}

/** Every code that speaks for a cause, wherever it was met. */
export function codeFindings(facts: Facts, cause: CauseId): Finding[] {
  const refusal = refusalFinding(facts, cause);
  const selfTest = selfTestFinding(facts, cause);
  return [...(refusal ? [refusal] : []), ...attemptFindings(facts, cause), ...(selfTest ? [selfTest] : []), ...looseFindings(facts, cause)];
}

/** Codes of the join that has not happened: the client's, its tests' and the registration service's. */
export function preJoinCodes({ local }: Facts): KnownCode[] {
  const preJoin = local.preJoin;
  if (!preJoin) return [];
  const tests = Object.values(preJoin.tests).find((test) => test?.result === 'FAIL');
  return [tests?.subcode, tests?.code, preJoin.clientErrorCode].flatMap((raw) => codeOf(raw) ?? []);
}
