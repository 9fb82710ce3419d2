import type { Holder } from '../bot/cases/case.ts';
import type { Diagnosis, NextStep } from '../bot/diagnosis/diagnosis.ts';
import { plain } from './text/plain.ts';
import { isFitForReporter } from './texts/dont.ts';
import { actorName } from './texts/words.ts';

/** A step with its number, as templates draw it. Without a dot: clients take "1." for an empty list and draw nothing. */
export interface NumberedStep {
  readonly number: string;
  readonly text: string;
}

/** What has to wait for somebody else says so in its first word. */
const waitsForOthers = /^(After(wards)?|Once|When)\b/;

/** The reporter's own steps, as far as a reporter may be asked to take them, in the order in which they are to be read. */
export interface OwnSteps {
  readonly now: readonly NextStep[];
  /** What would tell more, once the steps for now have been tried. */
  readonly ifNotEnough: readonly NextStep[];
  /** What waits until others have done their part. */
  readonly later: readonly NextStep[];
}

/**
 * While the cause is open, the decider comes first: it is the one thing that would settle the case. Once the cause is as
 * good as known, a person wants the remedy, and only then what would make us surer still. A decider that is a step of the
 * remedy keeps its place in it: a new attempt makes sense after the restart.
 */
export function ownSteps(d: Diagnosis): OwnSteps {
  const isTheirs = ({ who, step }: NextStep): boolean => who === 'reporter' && isFitForReporter(step);
  const own = d.next.filter(isTheirs);
  const remedies = own.filter(({ step }) => !waitsForOthers.test(step));
  const later = own.filter(({ step }) => waitsForOthers.test(step));
  const isAmongThem = own.some(({ step }) => step === d.decider?.step);
  const decider = d.decider && isTheirs(d.decider) && !isAmongThem ? [d.decider] : [];
  if (isSettled(d) && remedies.length > 0) return { now: remedies, ifNotEnough: decider, later };
  return { now: [...decider, ...remedies], ifNotEnough: [], later };
}

/** The cause is named as surely as anyone needs to begin with its remedy. */
export const isSettled = ({ confidence }: Diagnosis): boolean => confidence === 'confirmed' || confidence === 'very-likely';

/**
 * Who else takes part besides the one who has the case, each once. What they do is on the helpdesk's card: it names people
 * and tools that are not the reporter's business.
 */
export function othersTakingPart({ decider, next }: Diagnosis, holder: Holder): readonly string[] {
  const actors = [...(decider ? [decider] : []), ...next].map(({ who }) => who).filter((who) => who !== 'reporter');
  const has = holder.kind === 'role' ? actorName(holder.role) : holder.kind === 'helpdesk' ? actorName('helpdesk') : '';
  return [...new Set(actors.map(actorName))].filter((name) => name !== has).slice(0, 4);
}

/** To the reporter, in place of a check that needs an administrator. */
const checkByOthers = 'one more check at the laptop that only IT can make. They get in touch with you.';

/** The one thing that would settle the case, when it is somebody else's to do. */
export function othersDecider({ decider }: Diagnosis): { readonly who: string; readonly text: string } | undefined {
  if (!decider || decider.who === 'reporter') return undefined;
  return { who: actorName(decider.who), text: isFitForReporter(decider.step) ? plain(decider.step, 300) : checkByOthers };
}

export function numbered(steps: readonly NextStep[], max = 6): readonly NumberedStep[] {
  return steps.slice(0, max).map(({ step }, index) => ({ number: `${index + 1}`, text: plain(step, 400) }));
}
