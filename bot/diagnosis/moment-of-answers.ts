import type { GraphAnswers } from './graph-answers.ts';
import { day, iso, moment, newest } from './facts/moments.ts';

/**
 * As of when a replay judges: a kept case is read as of the moment its evidence was read, or else of its newest
 * observation, once that lies more than a day before `clock`. A fresh one is judged now.
 * @returns ISO, or undefined when the clock is right or nothing in the evidence names a moment.
 */
export function momentOfAnswers(graph: GraphAnswers, clock: string): string | undefined {
  const readAt = newest(...Object.values(graph.readAt ?? {}).map((at) => moment(at)));
  const seenAt = newest(
    ...(graph.signIns ?? []).map((row) => moment(row.createdDateTime)),
    ...(graph.directoryAudits ?? []).map((row) => moment(row.activityDateTime)),
    ...(graph.deviceManagementAudits ?? []).map((row) => moment(row.activityDateTime)),
    ...(graph.managedDevices ?? []).map((row) => moment(row.lastSyncDateTime)),
  );
  const at = readAt ?? seenAt;
  const now = moment(clock) ?? 0;
  return at !== undefined && now - at > day ? iso(at) : undefined;
}
