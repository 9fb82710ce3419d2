import { closeCase } from '../../bot/cases/close-case.ts';
import { openCase } from '../../bot/cases/open-case.ts';
import { openCasesOf } from '../common/open-cases.ts';
import { nothing } from '../common/replies.ts';
import type { Case, Person, Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';

/** Closes the case that moved last and opens a new one for the same trouble. */
export async function startOver(rooms: Rooms, person: Person): Promise<readonly Reply[]> {
  const [current] = await openCasesOf(rooms, person);
  await startOverFrom(rooms, person, current);
  return nothing;
}

/**
 * The laptop is a question again, unless another open case of theirs is about another one: then it stays with this one.
 * @returns the new case.
 */
export async function startOverFrom(rooms: Rooms, person: Person, old: Case | undefined): Promise<Case> {
  if (old) await closeCase(rooms, old.id, { reason: 'started-over', by: 'reporter', actor: person.aadObjectId });
  const hasAnother = (await openCasesOf(rooms, person)).length > 0;
  const { deviceId, name } = old?.device ?? {};
  const { case: c } = await openCase(rooms, {
    tenantId: rooms.tenantId,
    reporter: person,
    words: old?.words ?? 'Started over.',
    ...(hasAnother && deviceId !== undefined && { device: { deviceId, ...(name && { name }) } }),
  });
  return c;
}
