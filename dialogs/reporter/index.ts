import { noteReachable } from '../../bot/cases/reporter-unreachable.ts';
import { welcomeCard } from '../../cards/index.ts';
import { openCasesOf } from '../common/open-cases.ts';
import { card, nothing, text } from '../common/replies.ts';
import type { Rooms } from '../rooms.ts';
import type { Reply, Turn } from '../turn.ts';
import { reporterAction } from './action.ts';
import { files } from './files.ts';
import { pictures } from './pictures.ts';
import { reporterText } from './text.ts';

/** A person alone with the bot: what kind of thing was said, and who listens. */
export async function reporter(rooms: Rooms, turn: Turn): Promise<readonly Reply[]> {
  const { person, said } = turn;
  const read = (words: string): Promise<readonly Reply[]> => reporterText(rooms, person, words);
  switch (said.kind) {
    case 'text':
      return read(said.text);
    case 'files':
      return files(rooms, person, said, read);
    case 'pictures':
      return pictures(rooms, person, said, read);
    case 'action':
      return reporterAction(rooms, turn);
    case 'edited':
      return edited(rooms, turn);
    case 'reaction':
      return nothing;
    case 'installed':
      return installed(rooms, turn);
  }
}

/** An edit never counts. Said only while a text of theirs is waited for, when it could matter. */
async function edited(rooms: Rooms, { person }: Turn): Promise<readonly Reply[]> {
  const open = await openCasesOf(rooms, person);
  if (!open.some((c) => c.state === 'collecting')) return nothing;
  return [text('I don’t read changes to messages. If you corrected something for me, please send it anew.')];
}

/** Met for the first time, or again after having been removed: cards that could not be delivered come now. */
async function installed(rooms: Rooms, { person }: Turn): Promise<readonly Reply[]> {
  const open = await openCasesOf(rooms, person);
  if (open.length === 0) return [card(welcomeCard(rooms.frame))];
  await noteReachable(rooms, person.aadObjectId);
  return nothing;
}
