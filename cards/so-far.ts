import type { Case } from '../bot/cases/case.ts';
import { verdictTexts } from './texts/causes.ts';
import { confidenceWords } from './texts/words.ts';

/**
 * What the bot already knows while it asks the reporter for something, so that they see it was not idle. Only a named
 * cause is worth telling; empty otherwise.
 */
export function soFar(c: Case): readonly { readonly text: string }[] {
  const d = c.diagnosis;
  if (!d || d.confidence === 'unknown' || ['unclear', 'healthy', 'run-as-system-or-elevated'].includes(d.verdict)) return [];
  return [{ text: `What I see so far (${confidenceWords[d.confidence].short}): ${verdictTexts[d.verdict].plainTitle}.` }];
}
