import { setTimeout as sleep } from 'node:timers/promises';
import { faultError, proxyPage, twist } from '../control/fault-answers.ts';
import type { Fault } from '../control/faults.ts';
import { GraphError } from '../graph/errors.ts';
import type { Delivery } from './exchange.ts';

/** An answer before it is put on the wire or into a batch. */
export interface Outcome {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
  readonly delivery: Delivery;
}

export type Work = (options: {
  emptyFirstPage: boolean;
}) => Promise<{ status: number; headers: Record<string, string>; body?: unknown }>;

const html = (status: number): Outcome => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: proxyPage,
  delivery: 'whole',
});

/** Does the work, the way the faults of this request want it to go wrong. @throws GraphError for the faults that are errors */
export async function playFaults(faults: readonly Fault[], path: string, work: Work): Promise<Outcome> {
  for (const fault of faults) if (fault.delayMs > 0) await sleep(fault.delayMs);
  const fault = faults.find((candidate) => candidate.kind !== 'delay');
  if (!fault) return { ...(await work({ emptyFirstPage: false })), delivery: 'whole' };
  if (fault.kind === 'hang') return { status: 0, headers: {}, delivery: 'never' };
  if (fault.kind === 'html') return html(200);
  if (fault.kind === '504-after') await work({ emptyFirstPage: false });
  const error = faultError(fault.kind, path);
  if (error instanceof GraphError) throw error;
  const done = await work({ emptyFirstPage: fault.kind === 'empty-page' });
  return { ...done, body: twist(fault.kind, done.body), delivery: fault.kind === 'truncated' ? 'truncated' : 'whole' };
}
