import type { Case } from './case.ts';
import { showEverywhere } from './present-jobs.ts';
import type { StoryRooms } from './rooms.ts';
import { freshProgress } from './wanted-gathering.ts';

export type DeviceChosen =
  | { readonly kind: 'chosen'; readonly case: Case }
  /** Another open case of this person is about that device. */
  | { readonly kind: 'has-a-case'; readonly case: Case }
  | { readonly kind: 'not-offered' | 'closed' };

/**
 * The person says which laptop it is: one of those that were offered, or none of them (`deviceId` absent). The world is
 * asked again about that one.
 */
export async function chooseDevice(
  rooms: StoryRooms,
  caseId: string,
  { deviceId, actor }: { deviceId: string | undefined; actor: string },
): Promise<DeviceChosen> {
  const asked = await rooms.cases.find(caseId);
  if (!asked || asked.state === 'closed') return { kind: 'closed' };
  const others = await rooms.cases.casesOf(asked.reporter.aadObjectId);
  const taken = others.find((c) => c.id !== caseId && c.state !== 'closed' && c.device.deviceId === deviceId);
  if (deviceId !== undefined && taken) return { kind: 'has-a-case', case: taken };
  let isOffered = false;
  const after = await rooms.cases.change(caseId, (c) => {
    const choice = c.device.choices?.find((offered) => offered.deviceId === deviceId);
    isOffered = c.asking?.what === 'which-device' && (deviceId === undefined || choice !== undefined);
    if (c.state === 'closed' || !isOffered) return undefined;
    return {
      patch: {
        device: choice ? { deviceId: choice.deviceId, name: choice.name } : { choices: [] },
        state: 'gathering',
        asking: null,
        holder: { kind: 'bot' },
        progress: freshProgress(),
      },
      events: [{ kind: 'device-chosen', actor, data: { chosen: choice ? 'offered' : 'none-of-these' } }],
      jobs: [{ kind: 'gather', caseId: c.id }, ...showEverywhere(c.id)],
    };
  });
  if (!after || after.state === 'closed') return { kind: 'closed' };
  return isOffered ? { kind: 'chosen', case: after } : { kind: 'not-offered' };
}
