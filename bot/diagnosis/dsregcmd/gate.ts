/** Judges, before any rule fires, whether an output may be used: right person, right prompt, right machine, fresh. */
import { type Capture } from '../capture.ts';
import { type CaptureVerdict, type Examination, type GivenCapture } from '../diagnosis.ts';
import { isJoined } from './join-type.ts';
import { accountOf, isSomebodyElse } from './executing-account.ts';
import { gateReasons } from './gate-reasons.ts';

export type GateReason = NonNullable<CaptureVerdict['reasonId']>;

export interface GateContext {
  /** Whom the case is about. */
  readonly person?: Examination['person'];
  /** Tenant of the failing sign-in. */
  readonly tenantId?: string;
  /** ISO, UTC. */
  readonly now: string;
}

export interface GateVerdict extends CaptureVerdict {
  /** User State and SSO State speak about the person; where false, a PRT of NO means nothing. */
  readonly userRowsValid: boolean;
  /** Device State, Device Details, Tenant Details and the diagnostics speak about this device now. */
  readonly deviceRowsValid: boolean;
}

/** A Client Time older than this belongs to another day's trouble. */
const staleAfterMs = 24 * 60 * 60 * 1000;
/** Logon session not there, account service not reachable: printed when the prompt is not the person's own. */
const wrongContextCodes = new Set(['0x80070520', '0xd0020017', '0xc0020017']);

/**
 * `usable` is false when the person has to run the command again, because nothing decides without the rows that are
 * not valid. A usable output can still carry a reason (`partial`): it is read, and the rest is worth asking for.
 *
 * Age is judged only against the moment the text reached us: of a file from disk nobody knows when it was fresh.
 */
export function checkGate(given: GivenCapture, context: GateContext): GateVerdict {
  const { capture } = given;
  if (given.origin === 'answers') return { usable: true, reason: null, userRowsValid: true, deviceRowsValid: true };
  const whole = wholeReason(given, context);
  if (whole) return { ...because(whole, false), userRowsValid: false, deviceRowsValid: false };
  const user = userReason(capture, context);
  // A token that is there was seen in the person's own session, however the prompt was opened.
  const keepsPresentPrt = user === 'elevated' || user === 'remote-session';
  const userRowsValid = user === undefined || (keepsPresentPrt && capture.sso.azureAdPrt === 'YES');
  const usable = userRowsValid || !leansOnUserRows(capture, user);
  const reason = usable ? partialReason(capture) : user;
  return { ...(reason ? because(reason, usable) : { usable, reason: null }), userRowsValid, deviceRowsValid: true };
}

function because(reasonId: GateReason, usable: boolean): CaptureVerdict {
  return { usable, reason: gateReasons[reasonId], reasonId };
}

/** What spoils every row. */
function wholeReason({ capture, receivedAt }: GivenCapture, context: GateContext): GateReason | undefined {
  if (capture.notes.includes('error-code-only')) return 'no-capture';
  const clientTime = capture.preJoin?.clientTime;
  if (clientTime && receivedAt && Date.parse(receivedAt) - Date.parse(clientTime) > staleAfterMs) return 'stale';
  const { tenantId } = capture.tenant;
  if (tenantId && context.tenantId && tenantId !== context.tenantId.toLowerCase()) return 'other-tenant';
  return undefined;
}

/** What spoils the rows about the person only. */
function userReason(capture: Capture, context: GateContext): GateReason | undefined {
  const account = accountOf(capture);
  const userContext = capture.preJoin?.userContext ?? '';
  if (account?.kind === 'system' || /^system\b/i.test(userContext)) return 'system';
  if (account && isSomebodyElse(account, context.person?.userPrincipalName)) return 'other-account';
  if (account?.kind === 'local' || isUnsyncedUser(capture)) return 'local-account';
  if (isElevated(capture, userContext)) return 'elevated';
  return capture.ngc.sessionIsNotRemote === 'NO' ? 'remote-session' : undefined;
}

function isElevated({ user, keySignTest, sections }: Capture, userContext: string): boolean {
  if (/^elevated\b/i.test(userContext)) return true;
  if (keySignTest?.kind === 'passed' || keySignTest?.kind === 'failed') return true;
  if (sections.includes('IE Proxy Config for System Account')) return true;
  return user.wamDefaultSet === 'ERROR' || wrongContextCodes.has(user.wamDefaultError ?? '');
}

/** IsUserAzureAD NO beside a valid token has been seen, and is normal where the machine is not joined. */
function isUnsyncedUser(capture: Capture): boolean {
  return capture.ngc.isUserAzureAd === 'NO' && capture.sso.azureAdPrt !== 'YES' && isJoined(capture) !== false;
}

/** On a machine that is not joined no token is expected, so its absence decides nothing and need not be asked for again. */
function leansOnUserRows(capture: Capture, reason: GateReason | undefined): boolean {
  const { sso, user } = capture;
  if (isJoined(capture) === false) return false;
  // Somebody else's token says nothing about this person, present or not.
  if ((reason === 'system' || reason === 'other-account') && sso.azureAdPrt === 'YES') return true;
  return sso.azureAdPrt === 'NO' || sso.azureAdPrt === 'ERROR' || (user.wamDefaultSet === 'ERROR' && sso.azureAdPrt === undefined);
}

function partialReason(capture: Capture): GateReason | undefined {
  return capture.notes.includes('partial') ? 'partial' : undefined;
}
