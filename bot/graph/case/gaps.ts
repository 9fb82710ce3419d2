import type { GraphAnswers, GraphContextKey, GraphGap, GraphKey } from '../../diagnosis/graph-answers.ts';
import type { Failure, Reading } from '../part.ts';

type Key = GraphKey | GraphContextKey;

/** Collects what is missing while the answers are put together. */
export interface Ledger {
  readonly gaps: GraphGap[];
  readonly readAt: NonNullable<GraphAnswers['readAt']>;
  /** Notes why something is missing, under its key or `key.part`. */
  miss(key: string, failure: Failure): void;
  note(gap: GraphGap): void;
  /** The value when it was read (with its time, and a gap when pages are missing), else undefined with a gap. */
  readonly take: <T>(key: Key, reading: Reading<T>) => T | undefined;
  /** Keys that Graph refused, as the `--graph` file lists them. */
  forbidden(): string[];
}

export function openLedger(): Ledger {
  const gaps: GraphGap[] = [];
  const readAt: Ledger['readAt'] = {};
  const note: Ledger['note'] = (gap) => {
    if (!gaps.some(({ key, reason }) => key === gap.key && reason === gap.reason)) gaps.push(gap);
  };
  const miss: Ledger['miss'] = (key, { reason, permission }) => note({ key, reason, ...(permission && { permission }) });
  return {
    gaps,
    readAt,
    note,
    miss,
    take(key, reading) {
      if (reading.kind === 'failed') miss(key, reading);
      if (reading.kind === 'absent') note({ key, reason: 'unavailable' });
      if (reading.kind !== 'read') return undefined;
      readAt[key] = reading.at;
      if (reading.incomplete) note({ key, reason: 'incomplete' });
      return reading.value;
    },
    forbidden: () => [...new Set(gaps.filter(({ reason }) => reason === 'forbidden').map(({ key }) => key))],
  };
}
