import type { Case } from '../bot/cases/case.ts';
import { verbs, type ActionData, type Verb } from './verbs.ts';

/** A button as a template draws it: always `Action.Execute`, never carrying more than ids. */
export interface Button {
  readonly title: string;
  readonly verb: Verb;
  readonly style: 'default' | 'positive';
  /** `none`: the button must work although the person has filled in nothing. */
  readonly associatedInputs: 'auto' | 'none';
  readonly data: ActionData;
}

interface Choice {
  readonly caseId?: string;
  readonly topic?: string;
  readonly main?: boolean;
  readonly sendsInputs?: boolean;
}

export function button(title: string, verb: Verb, choice: Choice = {}): Button {
  return {
    title,
    verb,
    style: choice.main ? 'positive' : 'default',
    associatedInputs: choice.sendsInputs ? 'auto' : 'none',
    data: {
      ...(choice.caseId === undefined ? {} : { caseId: choice.caseId }),
      ...(choice.topic === undefined ? {} : { topic: choice.topic }),
    },
  };
}

/** The buttons that mean the same on every card of a case; short, because four stand in a row on a phone. */
export const buttonsOf = {
  solved: (c: Case, main = false) => button('It works now', verbs.solved, { caseId: c.id, main }),
  recheck: (c: Case, main = false) => button('Check again', verbs.recheck, { caseId: c.id, main }),
  startOver: (c: Case) => button('Start over', verbs.startOver, { caseId: c.id }),
  help: (c?: Case) => button('Help', verbs.showHelp, c ? { caseId: c.id } : {}),
  questions: (c: Case) => button('I can only read the screen', verbs.askQuestions, { caseId: c.id }),
  pasteBox: (c: Case, title: string) => button(title, verbs.pasteCapture, { caseId: c.id, main: true, sendsInputs: true }),
};
