import type { CaptureVerdict, Examination, GivenCapture } from '../diagnosis.ts';
import { checkGate } from '../dsregcmd/gate.ts';

export interface JudgedGate {
  readonly verdict: CaptureVerdict;
  readonly deviceRows: boolean;
  readonly userRows: boolean;
}

/**
 * Tier T0 for one capture. A text without a time of arrival is as fresh as the case it belongs to: next to Graph's
 * answers it arrived now, alone (a file from disk) nobody can say that it is old.
 */
export function judgeCapture(given: GivenCapture, { person, graph, now }: Examination): JudgedGate {
  const arrived = given.receivedAt ?? (graph ? now : undefined);
  const { userRowsValid, deviceRowsValid, ...verdict } = checkGate(arrived ? { ...given, receivedAt: arrived } : given, {
    person: person ?? { userPrincipalName: graph?.user?.userPrincipalName ?? undefined },
    tenantId: graph?.organization?.id,
    now,
  });
  return { verdict, deviceRows: deviceRowsValid, userRows: deviceRowsValid && userRowsValid };
}
