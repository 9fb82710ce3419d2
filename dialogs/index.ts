import { agent } from './agent/index.ts';
import { elsewhere } from './common/elsewhere.ts';
import { reporter } from './reporter/index.ts';
import type { Rooms } from './rooms.ts';
import type { Conversation } from './turn.ts';

/**
 * The conversation as a whole: by place, then by what was said. It keeps nothing between two turns; all it knows is in the
 * store, so any process may answer the next turn.
 */
export function openConversation(rooms: Rooms): Conversation {
  return async (turn) => {
    if (turn.place.kind === 'personal') return reporter(rooms, turn);
    if (turn.place.isTriage) return agent(rooms, turn);
    return elsewhere(turn);
  };
}
