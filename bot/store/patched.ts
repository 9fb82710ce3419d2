import type { Case } from '../cases/case.ts';
import type { Change } from '../cases/ports.ts';

/** The case with the patch on it, one version on: what is absent stays, `null` removes, a closed case knows since when. */
export function patched(before: Case, change: Change, now: string): Case {
  const given = Object.entries(change.patch).filter(([, value]) => value !== undefined);
  const merged = Object.fromEntries(
    Object.entries({ ...before, ...Object.fromEntries(given) }).filter(([, value]) => value !== null),
  ) as unknown as Case;
  const { closedAt, ...open } = merged;
  return {
    ...open,
    ...(merged.state === 'closed' && { closedAt: closedAt ?? now }),
    version: before.version + 1,
    updatedAt: now,
    captureCount: before.captureCount + (change.addCapture ? 1 : 0),
  };
}
