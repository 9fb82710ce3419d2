import { gatherEvidence as gather } from '../cases/gather-evidence.ts';
import type { GatherRooms } from '../cases/rooms.ts';
import { done, type Outcome } from './outcome.ts';

/** The chore behind a `gather` job. Safe to run twice: the second run finds that nobody waits any more. */
export function gatherEvidence(rooms: GatherRooms): (job: { readonly caseId: string }) => Promise<Outcome> {
  return async ({ caseId }) => {
    await gather(rooms, caseId);
    return done;
  };
}
