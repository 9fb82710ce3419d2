import type { Reply, Turn } from '../turn.ts';
import { nothing, notice, text } from './replies.ts';

const POINTER = 'I help in private: please open the personal chat with me and write “I can’t sign in”. Here others would read along.';

/** Other channels and group chats: the way to the personal chat, and never a word about a case. */
export function elsewhere({ said }: Turn): readonly Reply[] {
  switch (said.kind) {
    case 'text':
    case 'files':
    case 'pictures':
    case 'installed':
      return [text(POINTER)];
    case 'action':
      return [notice(POINTER)];
    case 'edited':
    case 'reaction':
      return nothing;
  }
}
