import type { Case } from '../bot/cases/case.ts';
import { verdictTexts } from './texts/causes.ts';
import { confidenceWords } from './texts/words.ts';

/** A headline inside a sentence; names such as Windows keep their capital. */
const inSentence = (title: string): string => title.replace(/^(A|Everything|Your|We|The)\b/, (word) => word.toLowerCase());

/**
 * What the bot already knows while it asks the reporter for something, so that they see it was not idle. Only a named
 * cause is worth telling; empty otherwise.
 */
export function soFar(c: Case): readonly { readonly text: string }[] {
  const d = c.diagnosis;
  if (!d || d.confidence === 'unknown' || ['unclear', 'healthy', 'run-as-system-or-elevated'].includes(d.verdict)) return [];
  return [{ text: `What I see so far: ${inSentence(verdictTexts[d.verdict].plainTitle)} (${confidenceWords[d.confidence].short}).` }];
}
