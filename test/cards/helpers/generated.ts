/** Cases of every kind, as many as it takes: every verdict with every confidence, every state, long and empty data. */
import { causeIds, type Confidence, type Verdict } from '../../../bot/diagnosis/diagnosis.ts';
import type { Case, Holder, Reading } from '../../../bot/cases/case.ts';
import { actors } from '../../../bot/diagnosis/diagnosis.ts';
import { aCase, asked, diagnosed, finding } from './cases.ts';

export const verdicts: readonly Verdict[] = [...causeIds, 'healthy', 'run-as-system-or-elevated', 'unclear'];
export const confidences: readonly Confidence[] = ['confirmed', 'very-likely', 'possible', 'unknown'];
const readings: readonly Reading[] = ['waiting', 'reading', 'read', 'partly', 'failed'];
const long = 'A very long name that goes on and on '.repeat(20);

export function generated(): readonly Case[] {
  const holders: readonly Holder[] = [{ kind: 'bot' }, { kind: 'reporter' }, { kind: 'helpdesk' }, ...actors.map((role): Holder => ({ kind: 'role', role }))];
  return [
    ...verdicts.flatMap((verdict) =>
      confidences.flatMap((confidence) => [
        diagnosed(verdict, { confidence }),
        diagnosed(verdict, { confidence, ranked: [], findings: [], gaps: [], next: [], contexts: [], failure: undefined, device: undefined }, { device: {}, words: '', captureCount: 0 }),
        diagnosed(verdict, {
          confidence,
          ranked: [
            { cause: 'record-deleted', confidence: 'possible', for: Array.from({ length: 12 }, () => finding('long', long)), against: Array.from({ length: 12 }, () => finding('long', long)) },
            { cause: 'tpm', confidence: 'possible', for: [finding('long', long)], against: [] },
          ],
          gaps: Array.from({ length: 30 }, (_, i) => ({ id: `g${i}`, text: long })),
          contexts: Array.from({ length: 5 }, () => ({ id: 'cohort' as const, text: long })),
          next: actors.map((who) => ({ who, step: long })),
          decider: { who: 'helpdesk', step: 'Run dsregcmd /status in an elevated prompt and look at KeySignTest.' },
          failure: { app: long, correlationId: long, policies: Array.from({ length: 9 }, () => ({ name: long, grant: long })) },
          device: { name: long, joinType: long },
        }, { reporter: { aadObjectId: long, name: long, userPrincipalName: long }, words: long, device: { name: long } }),
        diagnosed(verdict, { confidence, decider: { who: 'reporter', step: 'Sign out once, sign in again, and note the time.' } }),
      ]),
    ),
    ...holders.map((holder) => diagnosed('record-deleted', {}, { holder })),
    ...readings.flatMap((reading) => [
      aCase({ progress: { directory: reading, signIns: reading, intune: reading } }),
      aCase({ progress: { directory: reading, signIns: reading, intune: reading, looksAgainAt: '2026-11-22T09:15:00.123Z' }, words: '' }),
    ]),
    ...(['capture', 'elevated-capture', 'which-device', 'rest-of-capture'] as const).flatMap((what) => [
      asked(what),
      asked(what, { why: long, times: 7 }),
      asked(what, { why: '' }, { diagnosis: diagnosed('record-deleted').diagnosis }),
    ]),
    asked('which-device', {}, { device: { choices: Array.from({ length: 20 }, (_, i) => ({ deviceId: `id-${i}`, name: long, hint: long })) } }),
    aCase({ state: 'collecting' }),
    aCase({ state: 'diagnosed' }),
    ...([undefined, 'reporter-says-solved', 'started-over', 'withdrawn', 'not-our-member'] as const).map((reason) =>
      aCase({ state: 'closed', closedAt: '2026-11-22T11:00:00Z', ...(reason ? { closing: { reason, by: 'bot' } } : {}) }),
    ),
    aCase({ reporter: { aadObjectId: '', name: '' }, words: '', openedAt: 'not a moment', openedBy: { aadObjectId: 'x', name: long } }),
  ];
}
