import { secretWarning } from '../common/secret-warning.ts';
import { text } from '../common/replies.ts';
import type { Person, Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';
import type { SecretKind } from '../understand/secrets.ts';
import { report } from './report.ts';

/** A secret was typed: nothing of the message is kept. The trouble told with it still opens a case. */
export async function secret(
  rooms: Rooms,
  person: Person,
  found: { readonly secret: SecretKind; readonly reports: boolean },
): Promise<readonly Reply[]> {
  const warning = text(secretWarning(found.secret));
  if (!found.reports) return [warning];
  return [warning, ...(await report(rooms, { person, words: 'Can’t sign in. (The message was not kept.)' }))];
}
