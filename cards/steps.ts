import type { Diagnosis, NextStep } from '../bot/diagnosis/diagnosis.ts';
import { isFitForReporter } from './texts/dont.ts';
import { actorName } from './texts/words.ts';
import { verdictTexts } from './texts/causes.ts';
import { plain } from './text/plain.ts';

/** A step with its number, as templates draw it. */
export interface NumberedStep {
  readonly number: string;
  readonly text: string;
}

/** The reporter's own steps, as far as a reporter may be asked to take them. */
export function ownSteps(diagnosis: Diagnosis): readonly NextStep[] {
  return steps(diagnosis).filter(({ who, step }) => who === 'reporter' && isFitForReporter(step));
}

/**
 * What others do, for the reporter's eyes: each actor once, in the order of the steps. A step that is technicians'
 * business is told in one sentence that nobody can carry out by mistake.
 */
export function othersInShort(diagnosis: Diagnosis): readonly { readonly who: string; readonly text: string }[] {
  const inShort = verdictTexts[diagnosis.verdict].itInShort;
  const seen = new Map<string, string>();
  for (const { who, step } of steps(diagnosis)) {
    if (who === 'reporter' || seen.has(who)) continue;
    const told = isFitForReporter(step) ? plain(step, 200) : inShort;
    seen.set(who, [...seen.values()].includes(told) ? 'Works on this together with the others.' : told);
  }
  return [...seen].slice(0, 4).map(([who, text]) => ({ who: actorName(who as NextStep['who']), text }));
}

export function numbered(list: readonly string[], max = 6): readonly NumberedStep[] {
  return list.slice(0, max).map((text, index) => ({ number: `${index + 1}.`, text: plain(text, 400) }));
}

/** The decider comes first: it is the one thing that would settle the case. */
function steps(diagnosis: Diagnosis): readonly NextStep[] {
  const { decider, next } = diagnosis;
  return decider ? [decider, ...next.filter(({ step }) => step !== decider.step)] : next;
}
