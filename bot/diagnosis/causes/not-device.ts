import { isStalePrt, type Facts, type Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { iso } from '../facts/moments.ts';
import type { Want } from '../facts/demands.ts';
import type { Refusal } from '../facts/sign-ins.ts';
import { type Cause, nothing } from './cause.ts';
import { attemptFindings, looseFindings, refusalFinding } from './code-findings.ts';

/**
 * The device is fine, or was not asked; something else refused. Always with a sub-reason.
 * @see https://learn.microsoft.com/troubleshoot/microsoft-365-apps/activation/0xcaa50021-error
 * @see https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions
 */
export const notDevice: Cause = { id: 'not-device', gate: 'other', weigh };

const subOf: Partial<Record<Want, string>> = { mfa: 'mfa', 'app-protection': 'app-protection', location: 'location', risk: 'risk', terms: 'terms', 'password-change': 'password-change', 'other-block': 'policy-condition' };

const isBrowser = ({ row }: Refusal): boolean => /browser/i.test(row.clientAppUsed ?? '') || (Boolean(row.deviceDetail?.browser) && !/rich client/i.test(row.deviceDetail?.browser ?? ''));

function weigh(facts: Facts): Weighing {
  return byCode(facts) ?? byPolicy(facts) ?? byAbsentDevice(facts) ?? byBroker(facts) ?? nothing;
}

function deviceIsFine({ local, device }: Facts) {
  return present([
    local.deviceAuth?.kind === 'success' && finding('device-authenticates', 'dsregcmd', 'T3', 'strong', 'The laptop’s own test with Entra succeeded.'),
    device.state === 'found' && device.object?.accountEnabled === true && !device.pending && device.object.isCompliant === true && finding('device-in-order', 'entra-device', 'T1', 'strong', 'Entra holds the device as enabled and compliant.'),
  ]);
}

function byCode(facts: Facts): Weighing | undefined {
  const code = refusalFinding(facts, 'not-device');
  const sub = facts.refusal?.known?.sub;
  if (code && facts.refusal?.known?.cause === 'not-device') {
    // A row nobody finished is an interrupt until proven otherwise, and names nothing where the laptop says something else.
    const fine = deviceIsFine(facts).map((entry) => (code.weight !== 'weak' || nothingElseSeen(facts) ? entry : { ...entry, weight: 'weak' as const }));
    return { for: [code, ...fine], against: [], subReason: sub ?? 'other', atMost: code.weight === 'weak' ? 'possible' : undefined };
  }
  const unknownTenant = facts.local.joinType === 'hybrid-joined' ? undefined : attemptFindings(facts, 'not-device').find((entry) => /AADSTS90002/.test(entry.text));
  if (unknownTenant) return { for: [{ ...unknownTenant, weight: 'strong' }], against: [], subReason: 'other-tenant-or-guest', atMost: 'possible' };
  const [loose] = facts.refusal ? [] : looseFindings(facts, 'not-device');
  return loose && facts.log.state !== 'read' ? { for: [loose], against: [], subReason: 'other', atMost: 'possible' } : undefined;
}

const nothingElseSeen = ({ local, failing }: Facts): boolean => (!local.given || local.prt === 'yes') && !failing.otherDevice && !failing.fixedSince;

function byPolicy(facts: Facts): Weighing | undefined {
  const { demand, demands, refusal } = facts;
  const sub = demand && subOf[demand.wants];
  if (!demand || !sub || demands.basis !== 'policies') return undefined;
  return {
    for: [finding('other-condition-failed', 'conditional-access', 'T2', 'strong', `The policy “${demand.policyName}” refused for a reason that is not the device (${demand.grant || sub}).`, iso(refusal?.at)), ...deviceIsFine(facts)],
    against: [],
    subReason: sub,
  };
}

/** A device rule failed, but the app showed no device: the laptop's state has nothing to do with it. */
function byAbsentDevice(facts: Facts): Weighing | undefined {
  const { refusal, local, device, graph } = facts;
  if (!refusal || refusal.presented !== 'empty' || refusal.kind !== 'device') return undefined;
  const isTied = local.given ? ['entra-joined', 'hybrid-joined', 'registered', 'unknown'].includes(local.joinType) : device.state === 'found' || (graph?.devices?.length ?? 0) > 0;
  // Without the laptop's word, and with no device to be shown, a browser or another profile is one reading of several.
  if ((!isTied && local.given) || local.prt === 'no' || device.state === 'soft-deleted' || device.state === 'not-found' || [700003, 50155, 530002, 135011].includes(refusal.errorCode)) return undefined;
  const sub = isBrowser(refusal) ? 'browser-no-device' : 'client-broker';
  return {
    for: [
      finding('device-not-shown', 'sign-in-log', 'T2', isTied ? 'strong' : 'weak', sub === 'client-broker' ? 'The app signed in without showing its device to Entra.' : 'The browser signed in without showing its device to Entra.', iso(refusal.at)),
      ...deviceIsFine(facts).filter((entry) => entry.id === 'device-authenticates'),
      ...present([local.prt === 'yes' && finding('token-present', 'dsregcmd', 'T3', 'strong', 'Windows holds a token for this person.', iso(local.prtUpdatedAt))]),
    ],
    against: [],
    subReason: sub,
  };
}

/**
 * Ruling 7: the laptop is in order and nobody at Entra saw a failure, so the request never left the sign-in broker. What
 * a policy might have said is beside the point without a refused sign-in.
 */
function byBroker(facts: Facts): Weighing | undefined {
  const { local, device, noOpenRefusal } = facts;
  const wamMissing = local.wamDefaultSet === 'NO' && local.prt === 'yes' && (local.joinType === 'entra-joined' || local.joinType === 'hybrid-joined');
  const hasToken = local.prt === 'yes' && !isStalePrt(facts);
  const inOrder = device.state !== 'not-found' && device.state !== 'soft-deleted' && device.object?.accountEnabled !== false && !device.pending;
  const isQuiet = noOpenRefusal && local.userRowsValid && (local.prt === 'yes' || local.joinType === 'registered') && local.deviceAuth?.kind !== 'refused' && local.deviceAuth?.kind !== 'could-not-run' && inOrder && !facts.failing.otherDevice && !facts.failing.fixedSince;
  if (!wamMissing && !isQuiet) return undefined;
  return {
    for: present([
      isQuiet && finding('no-failure-logged', 'sign-in-log', 'T2', 'strong', 'Entra logged no refused sign-in of this person in the last day that is still open.'),
      hasToken && isQuiet && finding('token-present', 'dsregcmd', 'T3', 'strong', 'Windows holds a fresh token for this person.', iso(local.prtUpdatedAt)),
      wamMissing && finding('account-manager-empty', 'dsregcmd', 'T4', 'strong', 'The account manager of this Windows profile has no default work account.'),
    ]),
    against: [],
    subReason: 'client-broker',
    atMost: 'possible',
  };
}
