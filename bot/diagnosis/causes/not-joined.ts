import type { Facts, Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { iso } from '../facts/moments.ts';
import { type Cause, nothing } from './cause.ts';
import { codeFindings, preJoinCodes } from './code-findings.ts';

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
  // Graph alone sees no laptop: a browser, another profile or a hanging hybrid join look the same from there.
  const fromGraph = !local.given && shownNone && nobodyHas;
  const codes = codeFindings(facts, 'not-joined').filter((entry) => entry.weight !== 'weak' || nothingHere || fromGraph);
  const unregistered = refusal && !shownNone && refusal.presented !== 'unknown' ? [] : codes;
  const joinCode = preJoinCodes(facts).find((code) => code.cause === 'not-joined' && code.strength !== 'weak');
  const found = present([
    joinCode && finding('join-not-allowed', 'dsregcmd', 'T3', joinCode.strength, `The join failed with ${joinCode.code}${joinCode.meaning ? ` (${joinCode.meaning.replace(/\.$/, '')})` : ''}.`),
    nothingHere && finding('no-registration', 'dsregcmd', 'T4', 'strong', 'The laptop says that it is neither joined nor registered.'),
    ...(nothingHere || fromGraph || device.state === 'unknown-id' || !graph ? unregistered : []),
    (nothingHere || fromGraph) && shownNone && finding('no-device-shown', 'sign-in-log', 'T2', asksDevice || refusal?.known?.cause === 'not-joined' ? 'strong' : 'weak', 'The refused sign-in showed no device to Entra.', iso(refusal?.at)),
    (nothingHere || fromGraph) && nobodyHas && finding('no-device-object', 'entra-device', 'T1', 'strong', 'Entra knows no Windows device of this person.'),
  ]);
  if (found.length === 0) return nothing;
  const isTied = ['entra-joined', 'hybrid-joined', 'registered', 'domain-and-registered'].includes(local.joinType);
  return { for: found, against: [], excluded: (isTied || local.joinType === 'domain-only') && !joinCode, atMost: fromGraph ? 'possible' : undefined };
}
