import type { Examination, Finding } from '../diagnosis.ts';
import type { GraphAnswers } from '../graph-answers.ts';
import { complianceChange, type ComplianceChange } from './compliance-change.ts';
import { demandsOf, type Demand, type Demands, type Want } from './demands.ts';
import { deviceHistory, type DeviceHistory } from './device-history.ts';
import { deviceView, type DeviceView } from './device-view.ts';
import { failingSignIn, type FailingSignIn } from './failing-sign-in.ts';
import { intuneView, type IntuneView } from './intune.ts';
import { localView, type LocalView } from './local-view.ts';
import { hour, minute, moment } from './moments.ts';
import { policyChange, type PolicyChange } from './policy-change.ts';
import { signInLog, type Refusal, type SignInLog } from './sign-ins.ts';
import { managementStanding, type ManagementStanding } from './standing.ts';

/** Everything the causes may weigh, derived once from the evidence. */
export interface Facts {
  readonly now: number;
  readonly graph?: GraphAnswers;
  readonly local: LocalView;
  readonly device: DeviceView;
  readonly history: DeviceHistory;
  readonly log: SignInLog;
  readonly failing: FailingSignIn;
  /** Short for `failing.refusal`. */
  readonly refusal?: Refusal;
  readonly demands: Demands;
  /** The first device-related demand that the device does not meet (undefined: none, or not a policy refusal). */
  readonly demand?: Demand;
  readonly intune: IntuneView;
  readonly management: ManagementStanding;
  readonly policyChange?: PolicyChange;
  readonly complianceChange?: ComplianceChange;
  /** Nobody at Entra saw a refused attempt at that time: the log was read and holds none. */
  readonly noRefusalInLog: boolean;
  /** As above, but refusals that somebody got past with the next try (a typing error) do not count. */
  readonly noOpenRefusal: boolean;
}

export type Weighing = {
  readonly for: readonly Finding[];
  readonly against: readonly Finding[];
  /** The cause cannot be, whatever else speaks for it. */
  readonly excluded?: boolean;
  readonly atMost?: 'very-likely' | 'possible';
  readonly subReason?: string;
};

const deviceWants: readonly Want[] = ['compliance', 'hybrid', 'join-type'];

export function deriveFacts(examination: Examination): Facts {
  const now = moment(examination.now) ?? 0;
  const graph = examination.graph;
  const local = localView(examination, now);
  const device = deviceView(graph, local);
  const history = deviceHistory(graph, device);
  const log = signInLog(graph, device, now);
  const failing = failingSignIn(log, device, local, graph);
  const intune = intuneView(graph, device, now);
  const domainJoined = local.joinType === 'domain-only' || local.joinType === 'domain-and-registered' || local.joinType === 'hybrid-joined';
  const demands = demandsOf(failing.refusal, graph, device.state === 'found' ? device.object : undefined, domainJoined);
  // A code that names another reason (MFA, browser, app) has already said which grant was missing.
  const saysOtherwise = failing.refusal?.known?.cause === 'not-device' || failing.refusal?.known?.cause === 'no-prt-credential';
  const unmet = saysOtherwise ? [] : demands.all.filter((demand) => !demand.isMet);
  return {
    now,
    graph,
    local,
    device,
    history,
    log,
    failing,
    refusal: failing.refusal,
    demands,
    demand: unmet.find((one) => deviceWants.includes(one.wants)) ?? unmet[0],
    intune,
    management: managementStanding(device, intune, failing.refusal, local.looseCodes, now),
    policyChange: policyChange(demands, log, graph, device),
    complianceChange: complianceChange(graph, failing.refusal?.at ?? now),
    noRefusalInLog: log.state === 'read' && log.refusals.length === 0,
    noOpenRefusal: log.state === 'read' && log.refusals.every((refusal) => refusal.overcome && refusal.kind !== 'device'),
  };
}

/** Which of the compared moments lies in the future of `now` by more than the five minutes Kerberos allows. */
export const isAhead = (at: number | undefined, now: number): boolean => at !== undefined && at - now > 5 * minute;

export const isStalePrt = ({ local, now }: Facts): boolean => local.prtUpdatedAt !== undefined && now - local.prtUpdatedAt > 4 * hour;
