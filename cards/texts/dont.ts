import type { NextStep } from '../../bot/diagnosis/diagnosis.ts';

/** One line on every reporter card that waits for something: people look for remedies, and these cost them time or their access. */
export const dontLine =
  'You don’t need to reset your password or clear cookies. Please don’t remove your work account or sign out of Windows.';

/** The same beside steps that themselves sign out or reconnect: it must not contradict them. */
export const dontLineBesideSteps =
  'You don’t need to reset your password or clear cookies. Apart from the steps above, please don’t remove your work account or sign out of Windows.';

const signsOutOrReconnects = /sign(ed|ing)?[ -]out|disconnect|reconnect|connect again|log ?off/i;

export function dontLineFor(steps: readonly NextStep[]): string {
  return steps.some(({ step }) => signsOutOrReconnects.test(step)) ? dontLineBesideSteps : dontLine;
}

/**
 * What may lock a person out or needs an administrator. Such a step is never written on the reporter's card, whoever it
 * is for: technicians read it on theirs.
 */
const notForReporters =
  /dsregcmd\s*(\.exe)?\s*\/(?!status)\w+|\belevated\b|run as administrator|cert(lm|mgr)|certificat\w+ store|regedit|registry|\bTPM\b|tpm\.msc|bitlocker|manage-bde|powershell|Start-ADSync|Suspend-|w32tm|netsh|unjoin|\bwipe\b|\bretire\b|reset (the|this|your) (pc|laptop|windows|device)|delet\w+ (the|its|your|this) (\w+ )?(device|record|certificate|object)|local administrator/i;

export function isFitForReporter(step: string): boolean {
  return !notForReporters.test(step);
}
