import type { Diagnosis } from '../../bot/diagnosis/diagnosis.ts';
import { verdictTexts, type VerdictText } from './causes.ts';

/** Where a refusal would be seen. Without one of them nobody may be told that all is well. */
const whereRefusalsShow = /^(?:graph|user|devices|signIns|managedDevices)(?:\.|$)/;

/** The laptop looks well from its own side, and nobody could look from the other. Read where the verdict's own text would stand. */
const onlyHalfSeen: VerdictText = {
  ...verdictTexts.unclear,
  whatItMeans:
    'The laptop itself shows nothing wrong. But the places where a refused sign-in would show could not be read, so I can’t tell you that all is well.',
  whatHappensNext: 'Your helpdesk sees what could not be read. Press “Check again” later, and I look once more.',
};

/** Whether a healthy look of the laptop is all there is, because Entra's or Intune's side could not be read. */
export function isOnlyHalfSeen({ verdict, gaps }: Diagnosis): boolean {
  return verdict === 'healthy' && gaps.some(({ id }) => whereRefusalsShow.test(id));
}

/** How a verdict is told on every card. */
export function textOf(d: Diagnosis): VerdictText {
  return isOnlyHalfSeen(d) ? onlyHalfSeen : verdictTexts[d.verdict];
}

/** How sure the card may sound. */
export function toldConfidence(d: Diagnosis): Diagnosis['confidence'] {
  return isOnlyHalfSeen(d) ? 'unknown' : d.confidence;
}
