import type { NextStep } from '../../bot/diagnosis/diagnosis.ts';

const signsOutOrReconnects = /sign(ed|ing)?[ -](out|in and out)|disconnect|reconnect|connect again|log ?off/i;
const changesPassword = /password has expired|change (a|your|the) password/i;

/** The same beside steps that themselves change a password, sign out or reconnect: it must not contradict them. */
export function dontLineFor(steps: readonly NextStep[]): string {
  const mentions = (pattern: RegExp): boolean => steps.some(({ step }) => pattern.test(step));
  const needless = mentions(changesPassword) ? 'You don’t need to clear cookies.' : 'You don’t need to reset your password or clear cookies.';
  const apart = mentions(signsOutOrReconnects) ? 'Apart from the steps above, please don’t' : 'Please don’t';
  return `${needless} ${apart} remove your work account or sign out of Windows.`;
}

/** On every reporter card that waits for something: people look for remedies, and these cost them time or their access. */
export const dontLine = dontLineFor([]);

/**
 * What may lock a person out or needs an administrator. Such a step is never written on the reporter's card, whoever it
 * is for: technicians read it on theirs.
 */
const notForReporters =
  /dsregcmd\s*(\.exe)?\s*\/(?!status)\w+|\belevated\b|run as administrator|cert(lm|mgr)|certificat\w+ store|regedit|registry|\bTPM\b|bitlocker key|manage-bde|powershell|Start-ADSync|Suspend-|w32tm|netsh|unjoin|\bwipe\b|\bretire\b|reset (the|this|your) (pc|laptop|windows|device)|delet\w+ (the|its|your|this) (\w+ )?(device|record|certificate|object)|local administrator/i;

export function isFitForReporter(step: string): boolean {
  return !notForReporters.test(step);
}
