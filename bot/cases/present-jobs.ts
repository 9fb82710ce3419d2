import type { NewJob } from './ports.ts';

/** The reporter's card and the triage card, drawn anew once the change is safe. */
export function showEverywhere(caseId: string): NewJob[] {
  return [
    { kind: 'present', caseId, surface: 'reporter' },
    { kind: 'present', caseId, surface: 'triage' },
  ];
}

export function showReporter(caseId: string): NewJob[] {
  return [{ kind: 'present', caseId, surface: 'reporter' }];
}
