import type { Clock, Directory, Membership } from '../cases/ports.ts';

interface PeopleMemory {
  lastAnswer(aadObjectId: string): Promise<{ readonly answer: Membership; readonly checkedAt: string } | undefined>;
  keep(aadObjectId: string, answer: Membership): Promise<void>;
}

/** A member stays one for so long without asking again; refusals are asked again at once. */
const FRESH_MS = 10 * 60_000;
/** Whoever has a last word to fall back on waits no longer than this for a newer one: a person stands waiting for an answer. */
const PATIENCE_MS = 1_000;
/** While the directory is silent, its last word counts for so long. */
const STALE_MS = 24 * 60 * 60_000;

/**
 * The directory with a memory: who was a member ten minutes ago is not looked up for every message, a restart forgets
 * nobody, and an outage of Graph locks nobody out whom it admitted today.
 */
export function rememberedDirectory(directory: Directory, people: PeopleMemory, clock: Clock, patienceMs = PATIENCE_MS): Directory {
  async function askAndKeep(aadObjectId: string): Promise<Membership> {
    const answer = await directory.whoIs(aadObjectId);
    if (answer.kind !== 'could-not-check') await people.keep(aadObjectId, answer);
    return answer;
  }

  return {
    async whoIs(aadObjectId) {
      const last = await people.lastAnswer(aadObjectId);
      const ageMs = last ? clock().getTime() - Date.parse(last.checkedAt) : Infinity;
      if (last?.answer.kind === 'member' && ageMs < FRESH_MS) return last.answer;
      const asked = askAndKeep(aadObjectId);
      if (!last || ageMs >= STALE_MS) return asked;
      // What comes too late for this turn is kept for the next one.
      asked.catch(() => undefined);
      const answer = await Promise.race([asked, silence(patienceMs)]);
      return answer.kind === 'could-not-check' ? last.answer : answer;
    },
    findUser: (nameOrAddress) => directory.findUser(nameOrAddress),
  };
}

/** Unreferenced: nobody has to wait for it at the end. */
const silence = (ms: number): Promise<Membership> =>
  new Promise((resolve) => setTimeout(resolve, ms, { kind: 'could-not-check' } satisfies Membership).unref());
