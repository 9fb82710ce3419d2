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

/**
 * The reporter's own steps, as far as a reporter may be asked to take them: those for now, and those for when others have
 * done their part. The decider comes first: it is the one thing that would settle the case.
 */
export function ownSteps({ decider, next }: Diagnosis): { readonly now: readonly NextStep[]; readonly later: readonly NextStep[] } {
  const all = decider ? [decider, ...next.filter(({ step }) => step !== decider.step)] : next;
  const own = all.filter(({ who, step }) => who === 'reporter' && isFitForReporter(step));
  return { now: own.filter(({ step }) => !waitsForOthers.test(step)), later: own.filter(({ step }) => waitsForOthers.test(step)) };
}

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
const checkByOthers = 'One more check at the laptop that only IT can make. They get in touch with you.';

/** The one thing that would settle the case, when it is somebody else's to do. */
export function othersDecider({ decider }: Diagnosis): { readonly who: string; readonly text: string } | undefined {
  if (!decider || decider.who === 'reporter') return undefined;
  return { who: actorName(decider.who), text: isFitForReporter(decider.step) ? plain(decider.step, 300) : checkByOthers };
}

export function numbered(steps: readonly NextStep[], max = 6): readonly NumberedStep[] {
  return steps.slice(0, max).map(({ step }, index) => ({ number: `${index + 1}`, text: plain(step, 400) }));
}
