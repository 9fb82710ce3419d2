import { randomUUID } from 'node:crypto';
import type { Case } from '../../bot/cases/case.ts';
import type { Change, NewCase } from '../../bot/cases/ports.ts';

/** A report by somebody nobody knows yet. */
export function report(over: Partial<NewCase> = {}): NewCase {
  return {
    tenantId: 'contoso',
    reporter: { aadObjectId: randomUUID(), name: 'Megan Bowen' },
    words: 'I see CAA50021',
    device: {},
    ...over,
  };
}

/** What usually goes with the birth of a case. */
export function birth(born: Case): Pick<Change, 'events' | 'jobs'> {
  return {
    events: [{ kind: 'opened', actor: born.reporter.aadObjectId, data: { by: 'reporter' } }],
    jobs: [
      { kind: 'gather', caseId: born.id },
      { kind: 'present', caseId: born.id, surface: 'reporter' },
      { kind: 'present', caseId: born.id, surface: 'triage' },
    ],
  };
}

/** A change that changes nothing but what is given. */
export function change(over: Partial<Change> = {}): Change {
  return { patch: {}, events: [], jobs: [], ...over };
}
