import type { Case } from '../bot/cases/case.ts';
import { button, buttonsOf, type Button } from './button.ts';
import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import template from './questions.json' with { type: 'json' };
import { commands } from './texts/commands.ts';
import { answers, inputs, verbs } from './verbs.ts';

export interface QuestionsView {
  readonly eyebrow: string;
  readonly title: string;
  readonly lead: string;
  readonly command: string;
  readonly tip: string;
  readonly shortCommand: string;
  readonly questions: readonly Question[];
  readonly buttons: readonly Button[];
}

interface Question {
  readonly id: string;
  /** The line as it is printed, which is what the person compares with the screen. */
  readonly label: string;
  readonly where: string;
  readonly isRequired: boolean;
  readonly error: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

const yes = { title: 'YES', value: answers.yes };
const no = { title: 'NO', value: answers.no };
const unseen = { title: 'I don’t see it', value: answers.unseen };

/**
 * For people who can only read the laptop's screen: the guide's four lines, and one more that often decides, in the order
 * in which they stand on the screen.
 */
export function questions(c: Case): QuestionsView {
  const error = 'Please choose one; “I don’t see it” is fine.';
  return {
    eyebrow: `Case ${c.number}`,
    title: 'What does the laptop show?',
    lead: 'On the laptop press the Windows key, type cmd, press Enter (not “Run as administrator”). Type this line and press Enter:',
    command: commands.onScreen,
    tip: 'A long list appears; scroll up to its beginning. If that is too much, this one line shows only what we need:',
    shortCommand: commands.onScreenShort,
    questions: [
      {
        id: inputs.azureAdJoined,
        where: '1 · At the very top, under “Device State”, the first line:',
        label: 'AzureAdJoined',
        isRequired: true,
        error,
        choices: [yes, no, unseen],
      },
      {
        id: inputs.domainJoined,
        where: '2 · Two lines further down, also under “Device State”:',
        label: 'DomainJoined',
        isRequired: true,
        error,
        choices: [yes, no, unseen],
      },
      {
        id: inputs.deviceAuthStatus,
        where: '3 · Under “Device Details”, the last line there. You may leave this one out.',
        label: 'DeviceAuthStatus',
        isRequired: false,
        error,
        choices: [
          { title: 'SUCCESS', value: answers.success },
          { title: 'FAILED, disabled or deleted', value: answers.refused },
          { title: 'FAILED, something else', value: answers.couldNotRun },
          unseen,
        ],
      },
      {
        id: inputs.wamDefaultSet,
        where: '4 · Further down, under “User State”:',
        label: 'WamDefaultSet',
        isRequired: true,
        error,
        choices: [yes, no, { title: 'ERROR', value: answers.error }, unseen],
      },
      {
        id: inputs.azureAdPrt,
        where: '5 · Under “SSO State”, the first line (not “AzureAdPrtUpdateTime”):',
        label: 'AzureAdPrt',
        isRequired: true,
        error,
        choices: [yes, no, unseen],
      },
    ],
    buttons: [
      button('Send my answers', verbs.answerQuestions, { caseId: c.id, main: true, sendsInputs: true }),
      buttonsOf.help(c),
    ],
  };
}

const draw = face<QuestionsView>(template);

export function questionsCard(c: Case, frame: Frame): Shown {
  return draw(questions(c), `Case ${c.number}: a few lines to read from the laptop’s screen.`, frame);
}
