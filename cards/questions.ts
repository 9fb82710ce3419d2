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
  readonly typed: { readonly prompt: string; readonly command: string };
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

/** For people who can only read the laptop's screen: the guide's four lines, and one more that often decides. */
export function questions(c: Case): QuestionsView {
  const error = 'Please choose one; “I don’t see it” is fine.';
  return {
    eyebrow: `Case ${c.number}`,
    title: 'What does the laptop show?',
    lead: 'On the laptop press the Windows key, type cmd, press Enter (not “Run as administrator”). Type this line and press Enter:',
    typed: { prompt: 'C:\\>', command: commands.onScreen },
    tip: 'A long list appears; scroll up to its beginning. If that is too much, this longer line shows only what we need:',
    shortCommand: commands.onScreenShort,
    questions: [
      {
        id: inputs.azureAdJoined,
        label: '1. AzureAdJoined',
        where: 'At the very top, under “Device State”, the first line.',
        isRequired: true,
        error,
        choices: [yes, no, unseen],
      },
      {
        id: inputs.domainJoined,
        label: '2. DomainJoined',
        where: 'Also under “Device State”, the third line.',
        isRequired: true,
        error,
        choices: [yes, no, unseen],
      },
      {
        id: inputs.azureAdPrt,
        label: '3. AzureAdPrt',
        where: 'Further down, under “SSO State”, the first line. Not “AzureAdPrtUpdateTime”.',
        isRequired: true,
        error,
        choices: [yes, no, unseen],
      },
      {
        id: inputs.wamDefaultSet,
        label: '4. WamDefaultSet',
        where: 'Between the two, under “User State”.',
        isRequired: true,
        error,
        choices: [yes, no, { title: 'ERROR', value: answers.error }, unseen],
      },
      {
        id: inputs.deviceAuthStatus,
        label: '5. DeviceAuthStatus (if you see it)',
        where: 'Under “Device Details”, the last line there. You may leave this one out.',
        isRequired: false,
        error,
        choices: [
          { title: 'SUCCESS', value: answers.success },
          { title: 'FAILED, disabled or deleted', value: answers.refused },
          { title: 'FAILED, something else', value: answers.couldNotRun },
          unseen,
        ],
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
  return draw(questions(c), `Case ${c.number}: four short questions about what the laptop shows.`, frame);
}
