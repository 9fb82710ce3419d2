import type { Facts, Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { iso } from '../facts/moments.ts';
import { type Cause, nothing } from './cause.ts';
import { codeFindings } from './code-findings.ts';

/**
 * No registration at all: neither joined nor registered.
 * @see https://learn.microsoft.com/entra/identity/devices/faq
 */
export const notJoined: Cause = { id: 'not-joined', gate: 'token', weigh };

function weigh(facts: Facts): Weighing {
  const { local, device, graph, refusal, demand } = facts;
  const nothingHere = local.joinType === 'none' || (local.joinType === 'unknown' && local.joined === false);
  const shownNone = refusal?.presented === 'empty';
  const asksDevice = demand?.wants === 'compliance' || demand?.wants === 'hybrid' || demand?.wants === 'join-type';
  const windows = graph?.devices?.filter((entry) => !entry.operatingSystem || /windows/i.test(entry.operatingSystem));
  const nobodyHas = windows?.length === 0 && device.id === undefined && (graph?.deletedDevices?.length ?? 0) === 0;
  // Graph alone names it only when no device was shown and the person has none.
  const fromGraph = !local.given && shownNone && nobodyHas;
  const codes = codeFindings(facts, 'not-joined').filter((entry) => entry.weight !== 'weak' || nothingHere || fromGraph);
  const unregistered = refusal && !shownNone && refusal.presented !== 'unknown' ? [] : codes;
  const found = present([
    nothingHere && finding('no-registration', 'dsregcmd', 'T4', 'strong', 'The laptop says that it is neither joined nor registered.'),
    ...(nothingHere || fromGraph || device.state === 'unknown-id' || !graph ? unregistered : []),
    (nothingHere || fromGraph) && shownNone && finding('no-device-shown', 'sign-in-log', 'T2', asksDevice || refusal?.known?.cause === 'not-joined' ? 'strong' : 'weak', 'The refused sign-in showed no device to Entra.', iso(refusal?.at)),
    (nothingHere || fromGraph) && nobodyHas && finding('no-device-object', 'entra-device', 'T1', 'strong', 'Entra knows no Windows device of this person.'),
  ]);
  if (found.length === 0) return nothing;
  const isTied = ['entra-joined', 'hybrid-joined', 'registered', 'domain-and-registered'].includes(local.joinType);
  return { for: found, against: [], excluded: isTied || local.joinType === 'domain-only' };
}
