import type { Gap } from './diagnosis.ts';
import type { GraphAnswers, GraphGap, GraphKey } from './graph-answers.ts';
import type { Facts } from './facts/facts.ts';
import { policiesUnseen } from './facts/sign-ins.ts';

/** What each key would have told us, in words for helpdesk and admins. */
const wanted: Record<GraphKey, string> = {
  user: 'the person’s account',
  devices: 'the device records in Entra',
  deletedDevices: 'the deleted devices in Entra, so it is unknown whether a restore is possible',
  signIns: 'the sign-in log',
  managedDevices: 'the device’s record in Intune',
  complianceSettings: 'which compliance setting fails',
  compliancePolicies: 'the compliance policies in Intune',
  conditionalAccessPolicies: 'the Conditional Access policies',
  directoryAudits: 'the audit log, so nobody knows who changed what',
  deviceManagementAudits: 'the Intune audit log',
  organization: 'the organization, so the tenant of the laptop could not be compared',
};

/** What is read for the helpdesk's sake besides; people who are no administrators read these lines as well. */
const besides: Readonly<Record<string, string>> = {
  cohort: 'how many others are refused in the same way',
  temporaryAccessPassPolicy: 'whether Temporary Access Passes are allowed',
  adminRoles: 'whether the account holds an administrator’s role',
  deviceManagementTroubleshootingEvents: 'the enrolment errors in Intune',
  windowsProtectionStates: 'the state of the laptop’s virus protection',
  windowsAutopilotDeviceIdentities: 'the laptop’s Autopilot record',
};

const reasons: Record<GraphGap['reason'], string> = {
  forbidden: 'Not permitted to read',
  throttled: 'Graph was too busy to read',
  unavailable: 'Graph was not available to read',
  'timed-out': 'There was no time left to read',
  unreadable: 'Graph’s answer could not be understood for',
  'not-licensed': 'The tenant has no licence to read',
  'not-asked': 'Not looked up this time:',
  incomplete: 'Only a part could be read of',
};

/** Everything that was wanted and not seen. Absent is never "none"; forbidden is never "gone". */
export function gapsOf(facts: Facts): Gap[] {
  const { graph } = facts;
  if (!graph) return [...laptopGaps(facts), { id: 'graph', text: 'Entra and Intune have not been looked at: only what the laptop itself can show is judged here.' }];
  const keys = (Object.keys(wanted) as GraphKey[]).filter((key) => graph[key] === undefined);
  const told = [...keys.map((key) => gapOfKey(key, graph)), ...otherGaps(graph, keys), ...hiddenPolicies(facts)];
  return unique([...laptopGaps(facts), ...told]);
}

function gapOfKey(key: GraphKey, graph: GraphAnswers): Gap {
  const told = graph.gaps?.find((gap) => gap.key === key);
  const reason = graph.forbidden?.includes(key) ? 'forbidden' : told?.reason;
  return { id: key, text: `${reason ? reasons[reason] ?? 'Could not read' : 'Could not read'} ${wanted[key]}.` };
}

/** Gaps of a part of a key, or told about a key that is there but incomplete. */
function otherGaps(graph: GraphAnswers, absent: readonly GraphKey[]): Gap[] {
  const isAbsent = (key: string) => absent.some((name) => name === key);
  const forbidden = (graph.forbidden ?? []).filter((key) => typeof key === 'string' && !isAbsent(key)).map((key) => ({ id: key, text: `Not permitted to see ${describe(key)}.` }));
  const told = (graph.gaps ?? []).filter((gap) => !isAbsent(gap.key)).map((gap) => ({ id: String(gap.key), text: `${reasons[gap.reason] ?? 'Could not read'} ${describe(String(gap.key))}.` }));
  return [...forbidden, ...told];
}

function describe(path: string): string {
  if (path === 'signIns.appliedConditionalAccessPolicies') return 'which Conditional Access policies were applied to the sign-in';
  const [key = '', ...property] = path.split('.');
  const thing = Object.hasOwn(wanted, key) ? wanted[key as GraphKey] : (besides[key] ?? key);
  if (path === 'cohort') return 'whether other people have the same trouble';
  return property.length ? `“${property.join('.')}” of ${thing}` : thing;
}

/** The silent hole: without permission the list is simply not there, and no error says so. */
function hiddenPolicies({ log, refusal }: Facts): Gap[] {
  const row = refusal?.row ?? log.refusals[0]?.row;
  return row && policiesUnseen(row) ? [{ id: 'signIns.appliedConditionalAccessPolicies', text: 'Not permitted to see which Conditional Access policies were applied to the sign-in.' }] : [];
}

function laptopGaps({ local }: Facts): Gap[] {
  if (!local.given) return [{ id: 'dsregcmd', text: 'The laptop’s own output (dsregcmd /status) is not here yet.' }];
  const isJoined = local.joined === true;
  return [
    ...(local.deviceRowsValid ? [] : [{ id: 'dsregcmd', text: `The laptop’s output could not be used: ${local.verdict.reason ?? 'it was not valid'}` }]),
    ...(local.deviceRowsValid && !local.userRowsValid ? [{ id: 'sso-state', text: 'The output does not show this person’s own session, so its sign-in token is unknown.' }] : []),
    ...(local.deviceRowsValid && isJoined && local.deviceAuth === undefined ? [{ id: 'device-auth-status', text: 'The laptop’s own test with Entra (DeviceAuthStatus) is not printed.' }] : []),
    ...(local.verdict.usable && local.verdict.reasonId === 'partial' ? [{ id: 'dsregcmd-parts', text: 'Parts of the dsregcmd output are missing.' }] : []),
  ];
}

const unique = (gaps: readonly Gap[]): Gap[] => [...new Map(gaps.map((gap) => [gap.id, gap])).values()];
