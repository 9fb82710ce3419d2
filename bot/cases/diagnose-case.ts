import { diagnose } from '../diagnosis/diagnose.ts';
import type { Case } from './case.ts';
import { covers, deviceIdsToAsk, narrowTo } from './devices.ts';
import { joinPieces } from './pieces.ts';
import type { StoredCapture } from './ports.ts';
import type { Diagnosis, GivenCapture, GraphAnswers } from './words.ts';

/** A case with everything that was given and read for it, seen at one version. */
export interface Seen {
  readonly case: Case;
  readonly captures: readonly StoredCapture[];
  readonly evidence?: GraphAnswers;
}

export interface Judgement {
  readonly diagnosis: Diagnosis;
  /** The outputs behind the pieces, oldest first. */
  readonly given: readonly GivenCapture[];
  /** An output names a device that Graph has not been asked for: its absence says nothing yet. */
  readonly mustAskAgain: boolean;
}

/** Pure. Reads every capture anew and has the physician judge it together with the evidence. */
export function diagnoseCase({ case: c, captures, evidence }: Seen, now: Date): Judgement {
  const given = joinPieces(captures);
  const mustAskAgain = evidence !== undefined && !covers(evidence, deviceIdsToAsk(c, given));
  const graph = mustAskAgain ? undefined : about(c, given, evidence);
  const diagnosis = diagnose({
    captures: [...given].sort((one, other) => Number(isRunB(one)) - Number(isRunB(other))),
    ...(graph && { graph }),
    now: now.toISOString(),
    person: {
      id: c.reporter.aadObjectId,
      ...(c.reporter.userPrincipalName && { userPrincipalName: c.reporter.userPrincipalName }),
    },
  });
  return { diagnosis, given, mustAskAgain };
}

/** A chosen device narrows the evidence; a measured output does that by itself, through the id it prints. */
function about(c: Case, given: readonly GivenCapture[], evidence: GraphAnswers | undefined): GraphAnswers | undefined {
  const isMeasured = given.some((g) => g.origin === 'text');
  return evidence && !isMeasured ? narrowTo(evidence, c.device) : evidence;
}

/** Only an elevated prompt tests the key: the physician wants these outputs last. */
function isRunB({ capture }: GivenCapture): boolean {
  return capture.keySignTest?.kind === 'passed' || capture.keySignTest?.kind === 'failed';
}
