import { chooseDevice as choose } from '../../bot/cases/choose-device.ts';
import { closeCase } from '../../bot/cases/close-case.ts';
import { recheckCase } from '../../bot/cases/recheck.ts';
import { sayAgain } from '../../bot/cases/say-again.ts';
import { adviceCard, helpCard, inputs, questionsCard, reporterCard } from '../../cards/index.ts';
import { adviceOn } from '../common/advice.ts';
import { card, inPlace, notice } from '../common/replies.ts';
import { secretWarning } from '../common/secret-warning.ts';
import { cannotUse } from '../common/unreadable.ts';
import type { Case, Rooms } from '../rooms.ts';
import type { Reply, Turn } from '../turn.ts';
import { LONGEST_TEXT } from '../understand/plain-text.ts';
import { secretIn } from '../understand/secrets.ts';
import { answersAsCapture } from './answers.ts';
import { give } from './capture.ts';
import { recheckWords } from './recheck.ts';
import { openOrGoOn } from './report.ts';
import { startOverFrom } from './start-over.ts';
import { status } from './status.ts';

type Data = Readonly<Record<string, unknown>>;

/** A button on a card of an open case. */
export type OnCase = (rooms: Rooms, turn: Turn, c: Case, data: Data) => Promise<readonly Reply[]>;
/** A button that needs no case. */
export type OnAnyCard = (rooms: Rooms, turn: Turn, data: Data) => Promise<readonly Reply[]>;

const drawn = (rooms: Rooms, c: Case): Reply => inPlace(reporterCard(c, rooms.frame, rooms.clock().toISOString()));

export const recheck: OnCase = async (rooms, _turn, c) => [notice(recheckWords(await recheckCase(rooms, c.id)))];

export const solved: OnCase = async (rooms, { person }, c) => {
  const after = await closeCase(rooms, c.id, { reason: 'reporter-says-solved', by: 'reporter', actor: person.aadObjectId });
  return [drawn(rooms, after ?? c)];
};

export const startOver: OnCase = async (rooms, { person }, c) => {
  const fresh = await startOverFrom(rooms, person, c);
  return [notice(`Case ${c.number} is closed. Your new one is case ${fresh.number}; its card is on its way.`)];
};

export const askQuestions: OnCase = async (rooms, _turn, c) => [card(questionsCard(c, rooms.frame))];

export const pasteCapture: OnCase = async (rooms, { person }, c, data) => {
  const pasted = data[inputs.captureText];
  if (typeof pasted !== 'string' || pasted.trim() === '') return [notice('The box was empty. Please paste the text into it first.')];
  if (pasted.length > LONGEST_TEXT) return [notice(cannotUse('this text', 'too-large'))];
  const secret = secretIn(pasted);
  if (secret) return [notice(secretWarning(secret))];
  const given = await give(rooms, { person, text: pasted, origin: 'text', anew: false, onCase: c });
  if (given.kind !== 'kept') return [notice(cannotUse('this text', given.reason))];
  if (given.case.id !== c.id) return [notice(`This is about another laptop, so I put it with case ${given.case.number}. Its card is on its way.`)];
  return [drawn(rooms, given.case)];
};

export const answerQuestions: OnCase = async (rooms, { person }, c, data) => {
  const answered = answersAsCapture(data);
  if (answered === undefined) {
    return [notice('Then the lines are not on the screen yet. Please type dsregcmd /status, press Enter, and look for “Device State”.')];
  }
  await give(rooms, { person, text: answered, origin: 'answers', anew: true, onCase: c });
  return [notice('Thank you. Your card below shows what they tell me.')];
};

export const chooseDevice: OnCase = async (rooms, { person }, c, data) => {
  const choice = data[inputs.deviceChoice];
  if (typeof choice !== 'string' || choice === '') return [notice('Please choose one of them first.')];
  const chosen = await choose(rooms, c.id, { deviceId: choice === 'none' ? undefined : choice.toLowerCase(), actor: person.aadObjectId });
  switch (chosen.kind) {
    case 'chosen':
      return [drawn(rooms, chosen.case)];
    case 'has-a-case':
      return [notice(`That laptop has a case already: ${chosen.case.number}. Write “status” to see it.`)];
    case 'not-offered':
    case 'closed':
      return [notice('That choice is no longer open. Write “status” to see where your case stands.')];
  }
};

export const showStatus: OnAnyCard = async (rooms, { person }, data) => {
  const wanted = typeof data.caseId === 'string' ? data.caseId : undefined;
  if (wanted === undefined) {
    const replies = await status(rooms, person);
    return replies.length > 0 ? replies : [notice('Here it comes.')];
  }
  await sayAgain(rooms, wanted, { actor: person.aadObjectId, how: 'status' });
  return [notice('Here it comes.')];
};

export const openCase: OnAnyCard = async (rooms, { person }) => {
  const { case: c, created } = await openOrGoOn(rooms, { person, words: 'Pressed “I can’t sign in”.' });
  return [notice(created ? `I’m on it: case ${c.number}. Its card is on its way.` : `You have case ${c.number} open; its card comes again.`)];
};

export const showHelp: OnAnyCard = async (rooms) => [card(helpCard(rooms.frame))];

export const showAdvice: OnAnyCard = async (rooms, _turn, data) => {
  const advice = typeof data.topic === 'string' ? adviceOn(data.topic) : undefined;
  return advice ? [card(adviceCard(advice, rooms.frame))] : [notice('I have nothing on that. Write “help” to see what I can do.')];
};
