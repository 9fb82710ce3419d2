import type { Diagnosis } from './words.ts';

/** A named cause that needs nothing more from the reporter. */
export function isDecided({ verdict, confidence }: Diagnosis): boolean {
  if (verdict === 'unclear' || verdict === 'healthy' || verdict === 'run-as-system-or-elevated') return false;
  return confidence === 'confirmed' || confidence === 'very-likely';
}
