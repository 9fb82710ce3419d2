import type { Clock, Directory, Membership } from '../cases/ports.ts';

interface PeopleMemory {
  lastAnswer(aadObjectId: string): Promise<{ readonly answer: Membership; readonly checkedAt: string } | undefined>;
  keep(aadObjectId: string, answer: Membership): Promise<void>;
}

/** A member stays one for so long without asking again; refusals are asked again at once. */
const FRESH_MS = 10 * 60_000;
/** While the directory is silent, its last word counts for so long. */
const STALE_MS = 24 * 60 * 60_000;

/**
 * The directory with a memory: who was a member ten minutes ago is not looked up for every message, a restart forgets
 * nobody, and an outage of Graph locks nobody out whom it admitted today.
 */
export function rememberedDirectory(directory: Directory, people: PeopleMemory, clock: Clock): Directory {
  return {
    async whoIs(aadObjectId) {
      const last = await people.lastAnswer(aadObjectId);
      const ageMs = last ? clock().getTime() - Date.parse(last.checkedAt) : Infinity;
      if (last?.answer.kind === 'member' && ageMs < FRESH_MS) return last.answer;
      const answer = await directory.whoIs(aadObjectId);
      if (answer.kind !== 'could-not-check') {
        await people.keep(aadObjectId, answer);
        return answer;
      }
      return last && ageMs < STALE_MS ? last.answer : answer;
    },
    findUser: (nameOrAddress) => directory.findUser(nameOrAddress),
  };
}
