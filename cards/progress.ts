import type { Progress, Reading } from '../bot/cases/case.ts';
import { readingWords } from './texts/words.ts';

/** One moving line: a mark that needs no colour, what is read in the reader's words, and the word for how far it is. */
export interface ProgressLine {
  readonly mark: string;
  readonly label: string;
  readonly word: string;
}

const labels: Record<'directory' | 'signIns' | 'intune', string> = {
  directory: 'Your laptop in the company directory',
  signIns: 'Your recent sign-ins and what refused them',
  intune: 'Your laptop’s security settings',
};

export function progressLines(progress: Progress): readonly ProgressLine[] {
  return [
    line(labels.directory, progress.directory),
    line(labels.signIns, progress.signIns),
    line(labels.intune, progress.intune),
  ];
}

function line(label: string, reading: Reading): ProgressLine {
  return { label, ...readingWords[reading] };
}
