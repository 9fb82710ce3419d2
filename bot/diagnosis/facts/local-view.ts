import type { Capture, CertificateValidity, DeviceAuthStatus, JoinType, PreJoin } from '../capture.ts';
import type { CaptureVerdict, Examination, GivenCapture } from '../diagnosis.ts';
import { accountOf, isSomebodyElse } from '../dsregcmd/executing-account.ts';
import { judgeCapture } from './capture-gate.ts';
import { moment, newest } from './moments.ts';
import { readAttempt, type ReadAttempt } from './prt-attempt.ts';
import { isJoined as isJoinedCapture } from '../dsregcmd/join-type.ts';
import { joinTypeOf } from './join.ts';

/**
 * The laptop's own view: run A and run B merged, with the rows that are not valid for this person left out.
 * Row by row the newest capture wins; user rows come only from runs that show this person's session.
 */
export interface LocalView {
  readonly given: boolean;
  /** Rows may be used at all (not stale, this device, this tenant, readable). */
  readonly deviceRowsValid: boolean;
  readonly userRowsValid: boolean;
  readonly verdict: CaptureVerdict;
  readonly joinType: JoinType;
  /** Believes to be joined to Entra at all; told even where the domain row is missing and the type stays unknown. */
  readonly joined?: boolean;
  /** The id to look up in Entra: the joined device, or the registered account's. */
  readonly deviceId?: string;
  /** Registrations of work accounts beside it, in the profile that ran the command. */
  readonly accountDeviceIds: readonly string[];
  readonly deviceName?: string;
  readonly tenantId?: string;
  readonly otherTenant: boolean;
  readonly thumbprint?: string;
  readonly certificate?: CertificateValidity;
  readonly deviceAuth?: DeviceAuthStatus;
  readonly keySign?: 'passed' | 'failed';
  readonly tpmProtected?: boolean;
  readonly softwareKey: boolean;
  readonly recoveryPending: boolean;
  /** `not-applicable`: registered, AD-only or no join, where NO is normal. */
  readonly prt: 'yes' | 'no' | 'not-applicable' | 'unknown';
  readonly prtUpdatedAt?: number;
  /** Attempts of this person for the Entra token that are newer than the last success. */
  readonly attempts: readonly ReadAttempt[];
  readonly wamDefaultSet?: 'YES' | 'NO' | 'ERROR';
  readonly mdmUrlEmpty: boolean;
  readonly preJoin?: PreJoin;
  readonly looseCodes: readonly string[];
  /** Newest moment the capture itself names; everything in it happened before or then. */
  readonly newestAt?: number;
  /** The laptop’s own clock at the moment of the run, where an output prints it. */
  readonly clientTime?: number;
  readonly receivedAt?: number;
  /** Known to be taken within the last day (a Client Time or an attempt says so). */
  readonly knownFresh: boolean;
  readonly hasPositiveRows: boolean;
  /** At most four rows, without device details: typed by hand, the rest of the same output is still to come. */
  readonly fewRows: boolean;
  readonly reported: boolean;
  /** AzureAdPrt NO is printed somewhere, whether or not it counts. */
  readonly showsTokenMissing: boolean;
  /** The executing account is one of this machine only (not merely a doubtful Hello row). */
  readonly ranAsLocalAccount: boolean;
}

const last = <T, R>(items: readonly T[], pick: (item: T) => R | undefined): R | undefined => {
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const value = pick(items[index] as T);
    if (value !== undefined) return value;
  }
  return undefined;
};

interface Judged {
  readonly given: GivenCapture;
  readonly capture: Capture;
  readonly gate: ReturnType<typeof judgeCapture>;
}

/** Merges the captures of an examination; never throws and needs none. */
export function localView(examination: Examination, now: number): LocalView {
  const judged: Judged[] = examination.captures.map((given) => ({ given, capture: given.capture, gate: judgeCapture(given, examination) }));
  const usable = judged.filter(({ gate }) => gate.deviceRows);
  const personal = judged.filter(({ gate }) => gate.deviceRows && gate.userRows);
  const device = usable.map(({ capture }) => capture);
  const user = personal.map(({ capture }) => capture);
  const joinType = joinTypeOf(device);
  const joined = last(device, isJoinedCapture);
  const account = last(device, (c) => c.workAccounts[0]);
  const isJoined = joined ?? (joinType === 'unknown');
  const certificate = isJoined ? last(device, (c) => known(c.details.certificateValidity)) : known(account?.certificateValidity);
  const prtUpdatedAt = moment(last(user, (c) => c.sso.azureAdPrtUpdatedAt));
  // On a shared laptop an attempt may be another person's: without a name from elsewhere, whoever ran the command counts.
  const person = examination.person?.userPrincipalName ?? examination.graph?.user?.userPrincipalName ?? last(user, principalOf);
  const attempts = user
    .flatMap((c) => c.sso.attempts)
    .filter((attempt) => attempt.prt === 'entra')
    .filter((attempt) => !person || !attempt.userIdentity?.includes('@') || !isSomebodyElse({ kind: 'user', name: '', userPrincipalName: attempt.userIdentity.toLowerCase() }, person))
    .filter((attempt) => prtUpdatedAt === undefined || (moment(attempt.at) ?? Infinity) >= prtUpdatedAt)
    .map(readAttempt);
  // What anybody could still say about which laptop it is, even from a run that proves nothing else.
  const anyCapture = judged.map(({ capture }) => capture);
  const newestAt = newest(
    ...anyCapture.map((c) => newest(moment(c.preJoin?.clientTime), moment(c.postJoin.clientTime), moment(c.sso.azureAdPrtUpdatedAt), ...c.sso.attempts.map((a) => moment(a.at)))),
  );
  return {
    given: judged.length > 0,
    deviceRowsValid: usable.length > 0,
    userRowsValid: personal.length > 0,
    verdict: verdictOf(judged),
    joinType,
    joined,
    deviceId: (isJoined ? last(anyCapture, (c) => c.details.deviceId) : undefined) ?? last(anyCapture, (c) => c.workAccounts[0]?.deviceId) ?? (joinType === 'registered' ? last(anyCapture, (c) => c.details.deviceId) : undefined),
    accountDeviceIds: anyCapture.flatMap((c) => c.workAccounts.flatMap((entry) => entry.deviceId ?? [])),
    deviceName: last(anyCapture, (c) => c.device.deviceName),
    tenantId: isJoined ? last(anyCapture, (c) => c.tenant.tenantId) : account?.tenantId,
    otherTenant: judged.some(({ gate }) => gate.verdict.reasonId === 'other-tenant'),
    thumbprint: isJoined ? last(device, (c) => c.details.thumbprint) : account?.thumbprint,
    certificate,
    deviceAuth: last(device, (c) => c.details.deviceAuthStatus),
    keySign: last(device, (c) => (c.keySignTest?.kind === 'passed' || c.keySignTest?.kind === 'failed' ? c.keySignTest.kind : undefined)),
    tpmProtected: last(device, (c) => flag(c.details.tpmProtected ?? (isJoined ? undefined : account?.tpmProtected))),
    softwareKey: /software/i.test(last(device, (c) => c.details.keyProvider) ?? ''),
    recoveryPending: last(device, (c) => flag(c.postJoin.aadRecoveryEnabled)) === true,
    prt: prtOf(personal, joined, joinType),
    prtUpdatedAt,
    attempts,
    wamDefaultSet: last(user, (c) => c.user.wamDefaultSet),
    mdmUrlEmpty: last(device, (c) => c.tenant.mdmUrl) === '',
    preJoin: last(device, (c) => c.preJoin),
    // A text of nothing but a code fails the gate as a capture; its code is still worth hearing.
    looseCodes: [...new Set(judged.filter(({ capture, gate }) => gate.deviceRows || capture.notes.includes('error-code-only')).flatMap(({ capture }) => capture.looseCodes))],
    newestAt,
    clientTime: newest(...anyCapture.map((c) => moment(c.preJoin?.clientTime))),
    receivedAt: newest(...judged.map(({ given }) => moment(given.receivedAt))),
    knownFresh: newestAt !== undefined && Math.abs(now - newestAt) <= 86_400_000,
    hasPositiveRows: device.some(looksHealthy),
    fewRows: device.length > 0 && device.every((c) => c.device.domainJoined === undefined && c.details.deviceId === undefined && c.rows.length <= 4),
    showsTokenMissing: anyCapture.some((c) => c.sso.azureAdPrt === 'NO' || c.sso.azureAdPrt === 'ERROR'),
    ranAsLocalAccount: anyCapture.some((c) => accountOf(c)?.kind === 'local'),
    reported: judged.length > 0 && judged.every(({ given }) => given.origin === 'answers'),
  };
}

const known = (validity: CertificateValidity | undefined) => (validity?.startsAt || validity?.endsAt ? validity : undefined);

const principalOf = (capture: Capture): string | undefined => {
  const account = accountOf(capture);
  return account?.kind === 'user' ? account.userPrincipalName : undefined;
};

const flag = (value: 'YES' | 'NO' | 'ERROR' | undefined): boolean | undefined => (value === 'YES' ? true : value === 'NO' ? false : undefined);

/** Some row that only a working registration or session prints. */
function looksHealthy(capture: Capture): boolean {
  return (
    capture.device.azureAdJoined === 'YES' ||
    capture.sso.azureAdPrt === 'YES' ||
    capture.details.deviceAuthStatus?.kind === 'success' ||
    (capture.user.wamDefaultSet === 'YES' && /organizations/i.test(capture.user.wamDefaultAuthority ?? ''))
  );
}

/** A NO says something only where a token is expected: on a joined machine, in the person's own session. */
function prtOf(personal: readonly Judged[], joined: boolean | undefined, joinType: JoinType): LocalView['prt'] {
  const shown = last(personal, ({ capture }) => capture.sso.azureAdPrt);
  if (shown === 'YES') return 'yes';
  if (joined === false || joinType === 'registered') return 'not-applicable';
  return shown === 'NO' && joined === true ? 'no' : 'unknown';
}

/** The newest usable capture speaks; without one the newest at all, so that its reason is told. */
function verdictOf(judged: readonly Judged[]): CaptureVerdict {
  const none: CaptureVerdict = { usable: false, reason: 'No dsregcmd output has been given yet.', reasonId: 'no-capture' };
  const clean = judged.findLast(({ gate }) => gate.verdict.usable && gate.verdict.reason === null) ?? judged.findLast(({ gate }) => gate.verdict.usable);
  return (clean ?? judged.at(-1))?.gate.verdict ?? none;
}
