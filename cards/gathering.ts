import type { Case } from '../bot/cases/case.ts';
import { buttonsOf, type Button } from './button.ts';
import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import template from './gathering.json' with { type: 'json' };
import { progressLines, type ProgressLine } from './progress.ts';
import { clientTime } from './text/moment.ts';
import { dontLine } from './texts/dont.ts';
import { guideHeader } from './texts/guide.ts';

export interface GatheringView {
  readonly eyebrow: string;
  readonly title: string;
  readonly lead: string;
  readonly progressTitle: string;
  readonly progress: readonly ProgressLine[];
  readonly again: readonly { readonly text: string }[];
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  readonly dont: string;
  readonly buttons: readonly Button[];
}

/** The reporter's first card, within two seconds of "I can't sign in": calm, moving, asking nothing. */
export function gathering(c: Case): GatheringView {
  const again = clientTime(c.progress.looksAgainAt);
  return {
    eyebrow: `Case ${c.number}`,
    title: 'I’m looking into it',
    lead: guideHeader,
    progressTitle: 'What I’m reading for you right now',
    progress: progressLines(c.progress),
    again: again === '' ? [] : [{ text: `New sign-ins reach the log late. I look again at ${again}.` }],
    answers: [
      { question: 'Is it my fault?', answer: 'No. This is about what your company knows of the laptop.' },
      { question: 'How long does this take?', answer: 'Looking takes under a minute. Then I say what I found and who can fix it.' },
      {
        question: 'What can I do now?',
        answer: 'Nothing yet. Have the laptop within reach; I may ask for one small thing from it.',
      },
    ],
    dont: dontLine,
    buttons: [buttonsOf.solved(c), buttonsOf.help(c)],
  };
}

const draw = face<GatheringView>(template);

export function gatheringCard(c: Case, frame: Frame): Shown {
  return draw(gathering(c), `Case ${c.number}: I’m looking into it. You don’t have to do anything yet.`, frame);
}
