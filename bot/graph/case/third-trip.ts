import type { ComplianceSetting } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import { readSettingStates, type PolicyState } from '../collectors/compliance-policy-states.ts';
import type { Deadline } from '../deadline.ts';
import type { Reading } from '../part.ts';
import type { SecondTrip } from './second-trip.ts';
import { eachOf } from './together.ts';

type Settings = SecondTrip['settings'];

/** Devices whose report did not answer although their policy states did: the settings can still be read, by path. */
const unanswered = ({ settings, policyStates }: SecondTrip): string[] =>
  [...settings].flatMap(([id, reading]) => (reading.kind !== 'read' && policyStates.get(id)?.kind === 'read' ? [id] : []));

export const needsThirdTrip = (two: SecondTrip): boolean => unanswered(two).length > 0;

/** The settings of the second trip, the missing ones read the other way. */
export async function thirdTrip(graph: Graph, two: SecondTrip, deadline: Deadline): Promise<Settings> {
  const read = await eachOf(unanswered(two), async (managedDeviceId): Promise<Reading<ComplianceSetting[]>> => {
    const states = two.policyStates.get(managedDeviceId);
    if (states?.kind !== 'read') return two.settings.get(managedDeviceId)!;
    const failing = states.value.filter(isFailing);
    const readings = await Promise.all(failing.map((policy) => readSettingStates(graph, managedDeviceId, policy, deadline)));
    // Half of the failing rules would read like all of them.
    const broken = readings.find((reading) => reading.kind !== 'read');
    return broken ?? { kind: 'read', value: readings.flatMap((reading) => (reading.kind === 'read' ? reading.value : [])), at: states.at };
  });
  return new Map([...two.settings, ...read]);
}

const isFailing = ({ state }: PolicyState): boolean => !['compliant', 'remediated', 'notApplicable', 'notAssigned'].includes(state ?? '');
