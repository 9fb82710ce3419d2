import type { GraphAnswers } from '../diagnosis/graph-answers.ts';
import { toAnswers } from './case/answers.ts';
import { firstTrip } from './case/first-trip.ts';
import { leadsOf } from './case/leads.ts';
import { secondTrip } from './case/second-trip.ts';
import type { Subject } from './case/subject.ts';
import { needsThirdTrip, thirdTrip } from './case/third-trip.ts';
import type { Graph } from './client.ts';
import { shareOf, within } from './deadline.ts';

export type { Subject } from './case/subject.ts';

export interface GatherOptions {
  /** For the whole case; 20 s. */
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (step: 'trip-1-done' | 'trip-2-done') => void;
}

/**
 * Everything Graph knows of a case, in two sequential trips; a third one only when Intune's report does not answer.
 * @returns what could be read, and a gap for everything that could not. Never throws for outside trouble and never
 *   takes longer than the deadline.
 */
export async function gatherCase(graph: Graph, subject: Subject, options: GatherOptions = {}): Promise<GraphAnswers> {
  const whole = within((options.deadlineMs ?? 20_000) - 150, options.signal);
  const started = performance.now();
  const one = await firstTrip(graph, subject, shareOf(whole, 0.7));
  options.onProgress?.('trip-1-done');
  const leads = leadsOf(subject, one);
  const two = await secondTrip(graph, leads, shareOf(whole, 0.75));
  options.onProgress?.('trip-2-done');
  const settings = needsThirdTrip(two) ? await thirdTrip(graph, two, whole) : two.settings;
  const answers = toAnswers(subject, one, leads, { ...two, settings });
  graph.log.info({ ms: Math.round(performance.now() - started), gaps: (answers.gaps ?? []).map(({ key, reason }) => `${key}: ${reason}`) }, 'case gathered');
  return answers;
}
