import { adviceCard, helpCard } from '../../cards/index.ts';
import { adviceOn } from '../common/advice.ts';
import { card, text } from '../common/replies.ts';
import { cannotUse } from '../common/unreadable.ts';
import type { Person, Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';
import { understand } from '../understand/understand.ts';
import { captureText } from './capture.ts';
import { solved, withdraw } from './close.ts';
import { otherDevice } from './other-device.ts';
import { recheck } from './recheck.ts';
import { report } from './report.ts';
import { secret } from './secret.ts';
import { anythingElse, askQuestions, greeting, talkToPerson, thanks, uselessPaste } from './small-talk.ts';
import { startOver } from './start-over.ts';
import { status } from './status.ts';

/** Somebody who sends only such a face has had enough. */
const UPSET = /[😠😡🤬😤😢😭😞😩😫😖😣😟🙁☹😰😱🤯👎💀]|:-?[(/|]/u;

/** The table: what a message of the reporter means, and who answers it. */
export async function reporterText(rooms: Rooms, person: Person, words: string): Promise<readonly Reply[]> {
  const wish = understand(words);
  switch (wish.kind) {
    case 'capture':
      return captureText(rooms, person, words);
    case 'secret':
      return secret(rooms, person, wish);
    case 'report':
      return [...(await report(rooms, { person, words, codes: wish.codes })), ...advice(rooms, wish.topic)];
    case 'advice':
      return advice(rooms, wish.topic);
    case 'other-device':
      return otherDevice(rooms, person, words);
    case 'status':
      return status(rooms, person);
    case 'recheck':
      return recheck(rooms, person);
    case 'start-over':
      return startOver(rooms, person);
    case 'solved':
      return solved(rooms, person);
    case 'cancel':
      return withdraw(rooms, person);
    case 'questions':
      return askQuestions(rooms, person);
    case 'person':
      return talkToPerson(rooms, person);
    case 'help':
      return [card(helpCard(rooms.frame))];
    case 'greeting':
      return greeting(rooms, person);
    case 'thanks':
      return thanks(rooms, person);
    case 'too-long':
      return [text(cannotUse('your message', 'too-large'))];
    case 'paste':
      return uselessPaste(rooms, person);
    case 'yes':
    case 'no':
    case 'empty':
      return anythingElse(rooms, person, 'short');
    case 'emoji':
      return anythingElse(rooms, person, UPSET.test(words) ? 'upset' : 'short');
    case 'unclear':
      return anythingElse(rooms, person, 'unclear');
  }
}

function advice(rooms: Rooms, topic: string | undefined): readonly Reply[] {
  const given = topic === undefined ? undefined : adviceOn(topic);
  return given ? [card(adviceCard(given, rooms.frame))] : [];
}
