import type { Progress, Reading } from './case.ts';
import type { GraphAnswers, GraphGap } from './words.ts';

const keys = {
  directory: ['user', 'devices', 'deletedDevices'],
  signIns: ['signIns'],
  intune: ['managedDevices', 'complianceSettings'],
} as const;

/** How each part of the world came out, for the person who watches. */
export function readingsOf(evidence: GraphAnswers): Pick<Progress, 'directory' | 'signIns' | 'intune'> {
  return {
    directory: readingOf(evidence, keys.directory),
    signIns: readingOf(evidence, keys.signIns),
    intune: readingOf(evidence, keys.intune),
  };
}

function readingOf(evidence: GraphAnswers, wanted: readonly (keyof GraphAnswers)[]): Reading {
  const missing = wanted.filter((key) => evidence[key] === undefined);
  if (missing.length === wanted.length) return 'failed';
  const isHalf = (evidence.gaps ?? []).some((gap) => wanted.some((key) => concerns(gap, key)) && gap.reason !== 'not-asked');
  return missing.some((key) => isGap(evidence, key)) || isHalf ? 'partly' : 'read';
}

/** A key that nobody had a reason to ask for is no loss. */
function isGap(evidence: GraphAnswers, key: string): boolean {
  return !(evidence.gaps ?? []).some((gap) => gap.key === key && gap.reason === 'not-asked');
}

function concerns(gap: GraphGap, key: string): boolean {
  return gap.key === key || gap.key.startsWith(`${key}.`);
}

/** For the timeline: which parts were read and why the others were not; no content. */
export function whatWasRead(evidence: GraphAnswers): Record<string, unknown> {
  const { gaps, askedDeviceIds: _asked, readAt: _readAt, forbidden: _forbidden, cohort: _cohort, ...parts } = evidence;
  return {
    read: Object.entries(parts)
      .filter(([, value]) => value !== undefined)
      .map(([key]) => key),
    missing: (gaps ?? []).slice(0, 30).map(({ key, reason }) => ({ key, reason })),
  };
}
