import type { Case, NewCaseEvent } from './case.ts';
import { diagnoseCase } from './diagnose-case.ts';
import { planNextSteps, type Situation } from './plan.ts';
import type { Change } from './ports.ts';
import type { StoryRooms } from './rooms.ts';
import type { GraphAnswers } from './words.ts';

export interface Occasion {
  readonly occasion: Situation['occasion'];
  readonly anew?: boolean;
  /** Evidence just read: it is kept in the same change as what follows from it. */
  readonly read?: { readonly evidence: GraphAnswers; readonly progress: Case['progress']; readonly event: NewCaseEvent };
}

/** Each lost try means that somebody else has written; more than that is no race but a fault. */
const MOST_TRIES = 12;

/**
 * Judges a case on everything that is kept for it and carries out what follows, on the condition that nothing was added
 * meanwhile (else it looks again).
 * @returns the case afterwards; `undefined` when there is none. A closed case stays as it is.
 */
export async function judgeCase(rooms: StoryRooms, caseId: string, why: Occasion): Promise<Case | undefined> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const seen = await rooms.cases.find(caseId);
    if (!seen || seen.state === 'closed') return seen;
    const [captures, kept, others] = await Promise.all([
      rooms.cases.captures(caseId),
      why.read?.evidence ?? rooms.cases.evidence(caseId),
      rooms.cases.casesOf(seen.reporter.aadObjectId),
    ]);
    const now = rooms.clock();
    const before: Case = why.read ? { ...seen, progress: why.read.progress } : seen;
    const judgement = diagnoseCase({ case: before, captures, ...(kept && { evidence: kept }) }, now);
    const plan = planNextSteps({
      case: before,
      judgement,
      ...(kept && { evidence: kept }),
      occasion: why.occasion,
      takenDeviceIds: takenBy(others, caseId),
      anew: why.anew ?? false,
      now,
    });
    const change: Change = {
      ...plan,
      events: [...(why.read ? [why.read.event] : []), ...plan.events],
      ...(why.read && { setEvidence: why.read.evidence }),
    };
    let isOvertaken = false;
    const after = await rooms.cases.change(caseId, (current) => {
      isOvertaken = current.version !== seen.version;
      return isOvertaken ? undefined : change;
    });
    if (!isOvertaken) return after;
  }
  throw new Error(`Case ${caseId} kept changing while it was judged.`);
}

function takenBy(cases: readonly Case[], caseId: string): string[] {
  return cases
    .filter((other) => other.id !== caseId && other.state !== 'closed')
    .map((other) => other.device.deviceId)
    .filter((id) => id !== undefined);
}
