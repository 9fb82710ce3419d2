import type { Diagnosis, NextStep } from '../bot/diagnosis/diagnosis.ts';
import { isFitForReporter } from './texts/dont.ts';
import { actorName } from './texts/words.ts';
import { verdictTexts } from './texts/causes.ts';
import { plain } from './text/plain.ts';

/** A step with its number, as templates draw it. Without a dot: clients take "1." for an empty list and draw nothing. */
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
  const told = new Map<string, Set<string>>();
  for (const { who, step } of steps(diagnosis)) {
    if (who === 'reporter' || [...told.values()].some((actors) => actors.has(actorName(who)))) continue;
    const text = isFitForReporter(step) ? plain(step, 200) : inShort;
    told.set(text, (told.get(text) ?? new Set()).add(actorName(who)));
  }
  return [...told].slice(0, 4).map(([text, actors]) => ({ who: [...actors].join(' and '), text }));
}

export function numbered(list: readonly string[], max = 6): readonly NumberedStep[] {
  return list.slice(0, max).map((text, index) => ({ number: `${index + 1}`, text: plain(text, 400) }));
}

/** The one thing that would settle the case, when it is somebody else's to do. */
export function othersDecider(diagnosis: Diagnosis): { readonly who: string; readonly text: string } | undefined {
  const { decider, verdict } = diagnosis;
  if (!decider || decider.who === 'reporter') return undefined;
  return { who: actorName(decider.who), text: isFitForReporter(decider.step) ? plain(decider.step, 300) : verdictTexts[verdict].itInShort };
}

/** The decider comes first: it is the one thing that would settle the case. */
function steps(diagnosis: Diagnosis): readonly NextStep[] {
  const { decider, next } = diagnosis;
  return decider ? [decider, ...next.filter(({ step }) => step !== decider.step)] : next;
}
