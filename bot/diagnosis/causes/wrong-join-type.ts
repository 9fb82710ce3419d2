import type { Facts, Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { iso } from '../facts/moments.ts';
import { trustOf } from '../facts/same.ts';
import { type Cause, nothing } from './cause.ts';
import { codeFindings } from './code-findings.ts';

/**
 * Registered or joined in a way the policy does not accept. Entra has two device grants only, compliant and hybrid
 * joined; "joined" can be demanded by a block with a device filter.
 * @see https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant
 */
export const wrongJoinType: Cause = { id: 'wrong-join-type', gate: 'policy', weigh };

const words = { joined: 'Entra joined', hybrid: 'hybrid joined', registered: 'registered only' };

function weigh(facts: Facts): Weighing {
  const { local, device, refusal, demand, log } = facts;
  const object = device.state === 'found' ? device.object : undefined;
  const trust = trustOf(object?.trustType) ?? (refusal?.presented === 'empty' ? undefined : trustOf(refusal?.row.deviceDetail?.trustType));
  const shown = refusal !== undefined && refusal.presented !== 'empty' && refusal.presented !== 'other';
  const hybridWanted = shown && demand?.wants === 'hybrid';
  const typeWanted = shown && demand?.wants === 'join-type';
  const isAdPc = local.joinType === 'domain-only' || local.joinType === 'domain-and-registered' || device.pending;
  const isRegisteredHere = local.joinType === 'registered';
  const codes = refusal?.presented === 'empty' ? [] : codeFindings(facts, 'wrong-join-type').filter((entry) => entry.weight !== 'weak');
  const found = present([
    hybridWanted && finding('hybrid-join-demanded', 'conditional-access', 'T2', 'strong', `${demand.policyName ? `The policy “${demand.policyName}”` : 'The refusing policy'} wants a hybrid joined device.`, iso(refusal.at)),
    (hybridWanted || typeWanted) && trust !== undefined && trust !== 'hybrid' && finding('join-type-not-accepted', object ? 'entra-device' : 'sign-in-log', object ? 'T1' : 'T2', hybridWanted ? (isAdPc ? 'weak' : 'conclusive') : 'strong', `The device is ${words[trust]}.`),
    typeWanted && finding('blocked-by-join-type', 'conditional-access', 'T2', 'strong', `The policy “${demand.policyName}” blocks devices by the way they are joined.`, iso(refusal.at)),
    typeWanted && trust === 'hybrid' && finding('join-type-not-accepted', 'entra-device', 'T1', 'strong', 'The device is hybrid joined.'),
    ...(hybridWanted ? [] : codes),
    shown && trust === 'registered' && (refusal.errorCode === 501312 || refusal.errorCode === 50129) && finding('registration-not-accepted', 'sign-in-log', 'T2', 'strong', `The sign-in log shows AADSTS${refusal.errorCode}: this registration does not count for the account or the app.`, iso(refusal.at)),
    isRegisteredHere && finding('registered-only', 'dsregcmd', 'T4', log.state === 'read' ? 'weak' : 'strong', 'The laptop is only registered with a work account, not joined.'),
    local.joinType === 'domain-and-registered' && finding('registered-beside-domain', 'dsregcmd', 'T4', 'weak', 'The laptop is in the domain and only registered at Entra.'),
  ]);
  if (found.length === 0) return nothing;
  return {
    for: found,
    against: present([trust === 'hybrid' && hybridWanted && finding('hybrid-registered', 'entra-device', 'T1', 'strong', 'Entra lists this device as hybrid joined.')]),
    excluded: trust === 'hybrid' && !typeWanted && !device.pending,
    atMost: isAdPc && hybridWanted ? 'possible' : undefined,
  };
}
