import type { Case, Person, Rooms } from '../rooms.ts';

/** The person's own open cases, the most recently moved first. */
export async function openCasesOf(rooms: Rooms, person: Person): Promise<Case[]> {
  const cases = await rooms.cases.casesOf(person.aadObjectId);
  return cases
    .filter((c) => c.state !== 'closed' && c.reporter.aadObjectId === person.aadObjectId)
    .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt));
}
