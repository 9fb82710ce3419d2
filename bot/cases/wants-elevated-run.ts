import type { Diagnosis } from './words.ts';

/**
 * Whether the one thing that would decide is a second output from an elevated prompt (it alone tests the device's key).
 * That is the helpdesk's errand: the reporter is never asked to open an elevated prompt.
 */
export function wantsElevatedRun({ decider, confidence }: Diagnosis): boolean {
  if (!decider || confidence === 'confirmed') return false;
  const isForSomebodyElse = decider.who === 'helpdesk' || decider.who === 'local-administrator';
  return isForSomebodyElse && /dsregcmd/i.test(decider.step) && /elevated|as administrator|KeySignTest/i.test(decider.step);
}
