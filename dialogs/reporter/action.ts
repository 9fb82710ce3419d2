import { verbs, type Verb } from '../../cards/index.ts';
import { notice } from '../common/replies.ts';
import type { Rooms } from '../rooms.ts';
import type { Reply, Turn } from '../turn.ts';
import * as button from './buttons.ts';
import { checkClick, words } from './click.ts';

/** The table: which button does what. Buttons of a case do nothing once it is closed. */
const ofACase: Partial<Record<Verb, button.OnCase>> = {
  [verbs.recheck]: button.recheck,
  [verbs.startOver]: button.startOver,
  [verbs.solved]: button.solved,
  [verbs.pasteCapture]: button.pasteCapture,
  [verbs.askQuestions]: button.askQuestions,
  [verbs.answerQuestions]: button.answerQuestions,
  [verbs.chooseDevice]: button.chooseDevice,
};
const ofAnyCard: Partial<Record<Verb, button.OnAnyCard>> = {
  [verbs.openCase]: button.openCase,
  [verbs.showStatus]: button.showStatus,
  [verbs.showHelp]: button.showHelp,
  [verbs.showAdvice]: button.showAdvice,
};

/** A button of the person's own chat was pressed. What may not act gets a line that says why, and no effect. */
export async function reporterAction(rooms: Rooms, turn: Turn): Promise<readonly Reply[]> {
  if (turn.said.kind !== 'action') return [];
  const { data } = turn.said;
  const verb = knownVerb(turn.said.verb);
  if (!verb) return [notice(words.unknown)];
  const checked = await checkClick(rooms, turn);
  if (checked.kind === 'refused') return [notice(checked.why)];
  const free = ofAnyCard[verb];
  if (free) return verb === verbs.showStatus && checked.case?.state === 'closed' ? [notice(words.closed(checked.case))] : free(rooms, turn, data);
  const bound = ofACase[verb];
  if (!bound || !checked.case) return [notice(words.unknown)];
  if (checked.case.state === 'closed') return [notice(words.closed(checked.case))];
  return bound(rooms, turn, checked.case, data);
}

function knownVerb(verb: string): Verb | undefined {
  return Object.values(verbs).find((known) => known === verb);
}
