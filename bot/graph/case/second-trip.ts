import type * as G from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import { readAutopilot } from '../collectors/autopilot.ts';
import { readPolicyStates, type PolicyState } from '../collectors/compliance-policy-states.ts';
import { readDeviceAudits } from '../collectors/device-audits.ts';
import { readDevice } from '../collectors/devices.ts';
import { knowsFailingSignIns, readFailingSignIns } from '../collectors/failing-sign-ins.ts';
import { readNoncompliantSettings } from '../collectors/noncompliance-report.ts';
import { readProtectionState } from '../collectors/protection-state.ts';
import { atMost, type Deadline } from '../deadline.ts';
import type { Reading } from '../part.ts';
import type { Leads } from './leads.ts';
import { allOf, eachOf } from './together.ts';

/** What needed an id from the first trip. `undefined` was not worth its place in the log queries' line. */
export interface SecondTrip {
  readonly byId: ReadonlyMap<string, Reading<G.GraphDevice>>;
  readonly settings: ReadonlyMap<string, Reading<G.ComplianceSetting[]>>;
  readonly policyStates: ReadonlyMap<string, Reading<PolicyState[]>>;
  readonly protection: ReadonlyMap<string, Reading<G.WindowsProtectionState>>;
  readonly autopilot: ReadonlyMap<string, Reading<G.AutopilotDevice[]>>;
  readonly deviceAudits: Reading<G.DirectoryAudit[]> | undefined;
  readonly failingSignIns: Reading<G.SignIn[]> | undefined;
}

/** The cohort is context: nobody waits long for it. */
const cohortMs = 4_000;

export function secondTrip(graph: Graph, leads: Leads, deadline: Deadline): Promise<SecondTrip> {
  const managedIds = leads.managed.flatMap(({ id }) => (id ? [id] : []));
  const serials = [...new Set(leads.managed.flatMap(({ serialNumber }) => (serialNumber?.trim() ? [serialNumber.trim()] : [])))].slice(0, 2);
  return allOf({
    ...logQueries(graph, leads, deadline),
    byId: eachOf(leads.unchecked, (id) => readDevice(graph, id, deadline)),
    settings: eachOf(managedIds, (id) => readNoncompliantSettings(graph, id, deadline)),
    // Asked beside the report, so that its way round is one more trip and not two.
    policyStates: eachOf(managedIds, (id) => readPolicyStates(graph, id, deadline)),
    protection: eachOf(managedIds, (id) => readProtectionState(graph, id, deadline)),
    autopilot: eachOf(serials, (serial) => readAutopilot(graph, serial, deadline)),
  });
}

/**
 * The first trip took three of the four log queries we allow ourselves in ten seconds. The fourth goes to what the case
 * is about: the device's own history when something happened to the device, the companions when a policy refused. The
 * other one is asked as well when it costs nothing: a free place, or a window that another case read this minute.
 */
function logQueries(graph: Graph, leads: Leads, deadline: Deadline): Pick<{ [K in keyof SecondTrip]: Promise<SecondTrip[K]> }, 'deviceAudits' | 'failingSignIns'> {
  const nothing = Promise.resolve(undefined);
  const hasTargets = leads.targets.objectIds.length + leads.targets.names.length > 0;
  const isWaitedFor = hasTargets && leads.isDeviceTrouble;
  const knowsCohort = knowsFailingSignIns(graph);
  const free = graph.budgets.reports.free();
  const cohortAsks = leads.isPolicyTrouble && !knowsCohort;
  const audits = isWaitedFor || (hasTargets && free >= (cohortAsks ? 2 : 1));
  const cohort = leads.isPolicyTrouble && (knowsCohort || !isWaitedFor || free >= 2);
  return {
    deviceAudits: audits ? readDeviceAudits(graph, leads.targets, deadline) : nothing,
    failingSignIns: cohort ? readFailingSignIns(graph, atMost(deadline, cohortMs)) : nothing,
  };
}
