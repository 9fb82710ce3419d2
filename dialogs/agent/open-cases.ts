import { openCasesCard } from '../../cards/index.ts';
import { card } from '../common/replies.ts';
import type { Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';

const MOST = 40;

/** "open cases": by cause; every case has its own card in this channel. */
export async function openCases(rooms: Rooms): Promise<readonly Reply[]> {
  const open = await rooms.cases.openCases(MOST + 1);
  return [card(openCasesCard(open.slice(0, MOST), rooms.frame, rooms.clock().toISOString(), open.length > MOST))];
}
