import type { Asking, Case, NewCaseEvent } from './case.ts';
import { isDecided } from './decided.ts';
import type { Judgement } from './diagnose-case.ts';
import { capturedDevice, refusedDevice, shortName, windowsDevices, type DeviceChoice } from './devices.ts';
import { isPartial } from './pieces.ts';
import type { Change, NewJob } from './ports.ts';
import { showEverywhere } from './present-jobs.ts';
import { freshProgress, isGathering } from './wanted-gathering.ts';
import { wantsElevatedRun } from './wants-elevated-run.ts';
import { whoHasIt } from './who-has-it.ts';
import type { Diagnosis, GraphAnswers } from './words.ts';

export interface Situation {
  readonly case: Case;
  readonly judgement: Judgement;
  readonly evidence?: GraphAnswers;
  /** Why the case is judged now: something was given (`repeat`: the same once more), or the world has just been read. */
  readonly occasion: 'capture' | 'repeat' | 'evidence';
  /** Devices that other open cases of this person are about already. */
  readonly takenDeviceIds: readonly string[];
  /** The reporter's card shall appear at the end of the chat. */
  readonly anew: boolean;
  readonly now: Date;
}

/** Pure. What follows from a judgement: the next state, what to ask, who has it, and the work to set. */
export function planNextSteps(s: Situation): Pick<Change, 'patch' | 'events' | 'jobs'> {
  const { case: c, judgement } = s;
  const { diagnosis } = judgement;
  const isPending = judgement.mustAskAgain || isStale(s) || (s.occasion !== 'evidence' && isGathering(c));
  const next = nextState(s, isPending);
  const asking = next.asks && askingFor(c, next.asks, s);
  const holder = whoHasIt(next.state, asking, diagnosis);
  const looks = looksAgain(s, isPending);
  const asksAgain = judgement.mustAskAgain || isStale(s);
  const gatherJobs: NewJob[] = [
    ...(asksAgain && (s.occasion === 'evidence' || !isGathering(c)) ? [{ kind: 'gather', caseId: c.id } as const] : []),
    ...(looks ? [{ kind: 'gather', caseId: c.id, inSeconds: looks.inSeconds } as const] : []),
  ];
  return {
    patch: {
      state: next.state,
      diagnosis,
      asking: asking ?? null,
      holder,
      device: deviceOf(s, next.choices),
      progress: asksAgain ? freshProgress() : { ...c.progress, looksAgainAt: looks?.at ?? stillLooks(c, diagnosis, s) },
      ...(s.anew || isNews(s, next.state, asking) ? { anchor: c.anchor + 1 } : {}),
    },
    events: eventsOf(s, next.state, asking, holder),
    jobs: [...gatherJobs, ...showEverywhere(c.id)],
  };
}

// ── the next state ─────────────────────────────────────────────────────────

type Asks = Pick<Asking, 'what' | 'why' | 'reasonId'>;
interface Next {
  readonly state: 'gathering' | 'collecting' | 'diagnosed';
  readonly asks?: Asks;
  readonly choices?: readonly DeviceChoice[];
}

function nextState(s: Situation, isPending: boolean): Next {
  const { diagnosis, given } = s.judgement;
  if (isDecided(diagnosis)) return { state: 'diagnosed' };
  const wrong = whatIsWrong(s.judgement);
  if (wrong) return { state: 'collecting', asks: wrong };
  if (isPending) return { state: 'gathering' };
  if (given.length === 0) {
    const choices = choicesOf(s);
    if (choices.length > 1) return { state: 'collecting', asks: { what: 'which-device' }, choices };
    return { state: 'collecting', asks: { what: 'capture' } };
  }
  if (wantsElevatedRun(diagnosis)) return { state: 'collecting', asks: { what: 'elevated-capture' } };
  return { state: 'diagnosed' };
}

/** An output that cannot be used, or only half of one, is asked for again, with the reason. */
function whatIsWrong({ diagnosis, given }: Judgement): Asks | undefined {
  const newest = given.at(-1);
  if (!newest) return undefined;
  const { usable, reason, reasonId } = diagnosis.capture;
  const why = { ...(reason !== null && { why: reason }), ...(reasonId && { reasonId }) };
  const isHalf = newest.origin === 'text' && (reasonId === 'partial' || (!usable && isPartial(newest.capture)));
  if (isHalf) return { what: 'rest-of-capture', ...why };
  if (!usable && newest.origin === 'text' && reasonId !== 'no-capture') return { what: 'capture', ...why };
  return undefined;
}

/** The laptop is a question only while nothing has named it: no choice of theirs, no refused sign-in. */
function choicesOf(s: Situation): readonly DeviceChoice[] {
  const isKnown = s.case.device.deviceId !== undefined || refusedDevice(s.evidence) !== undefined;
  if (isKnown || s.case.device.choices?.length === 0) return [];
  return windowsDevices(s.evidence, s.now).filter((device) => !s.takenDeviceIds.includes(device.deviceId));
}

function askingFor(c: Case, asks: Asks, s: Situation): Asking {
  const before = c.asking?.what === asks.what ? c.asking : undefined;
  const isRefusal = s.occasion === 'capture' && asks.reasonId !== undefined;
  const times = isRefusal ? (c.asking?.times ?? 0) + 1 : (before?.times ?? 1);
  return { ...asks, since: before?.since ?? s.now.toISOString(), times };
}

// ── the device ─────────────────────────────────────────────────────────────

function deviceOf(s: Situation, choices: readonly DeviceChoice[] | undefined): Case['device'] {
  const { case: c, judgement } = s;
  const measured = capturedDevice(judgement.given);
  const judged = isDecided(judgement.diagnosis) ? judgement.diagnosis.device : undefined;
  const isFree = (id: string | undefined): boolean => id !== undefined && !s.takenDeviceIds.includes(id);
  const deviceId = [measured.deviceId, c.device.deviceId, judged?.deviceId?.toLowerCase()].find(isFree);
  const listed = [...(s.evidence?.devices ?? []), ...(s.evidence?.deletedDevices ?? [])].find(
    (row) => deviceId !== undefined && row.deviceId?.toLowerCase() === deviceId,
  );
  const isSame = deviceId === c.device.deviceId || shortName(measured.name) === shortName(c.device.name);
  const name = listed?.displayName ?? measured.name ?? (isSame ? c.device.name : undefined) ?? judged?.name;
  const kept = choices ?? (c.device.choices?.length === 0 ? [] : undefined);
  return { ...(deviceId && { deviceId }), ...(name && { name }), ...(kept && { choices: kept }) };
}

// ── looking again ──────────────────────────────────────────────────────────

const LOOK_EVERY_S = 180;
const LOOK_FOR_MS = 15 * 60_000;
const FRESH_FOR_MS = 10 * 60_000;

/** Something new came long after the world was read: read it again before saying much. */
function isStale({ case: c, occasion, now }: Situation): boolean {
  if (occasion === 'evidence' || c.progress.finishedAt === undefined) return false;
  return now.getTime() - Date.parse(c.progress.finishedAt) > FRESH_FOR_MS;
}

/** A sign-in reaches the log minutes after it happened: while no refused one is there, the bot looks again by itself. */
function looksAgain(s: Situation, isPending: boolean): { at: string; inSeconds: number } | undefined {
  if (s.occasion !== 'evidence' || isPending || !isLogWanted(s.judgement.diagnosis)) return undefined;
  if (s.now.getTime() - Date.parse(s.case.openedAt) > LOOK_FOR_MS) return undefined;
  return { at: new Date(s.now.getTime() + LOOK_EVERY_S * 1000).toISOString(), inSeconds: LOOK_EVERY_S };
}

function isLogWanted(diagnosis: Diagnosis): boolean {
  return !isDecided(diagnosis) && diagnosis.failure === undefined;
}

function stillLooks(c: Case, diagnosis: Diagnosis, s: Situation): string | undefined {
  return s.occasion !== 'evidence' && isLogWanted(diagnosis) ? c.progress.looksAgainAt : undefined;
}

// ── what is told ───────────────────────────────────────────────────────────

/** An update above in the chat rings no bell: news that came without the person's doing appears as a new message. */
const QUIET_MS = 90_000;

function isNews(s: Situation, state: Case['state'], asking: Asking | undefined): boolean {
  const { case: c, now } = s;
  if (s.occasion !== 'evidence') return false;
  const isOther = c.state !== state || c.diagnosis?.verdict !== s.judgement.diagnosis.verdict || c.asking?.what !== asking?.what;
  const since = Math.max(Date.parse(c.openedAt), Date.parse(c.asking?.since ?? c.openedAt), Date.parse(c.progress.startedAt ?? c.openedAt));
  return isOther && now.getTime() - since > QUIET_MS;
}

function eventsOf(s: Situation, state: Case['state'], asking: Asking | undefined, holder: Case['holder']): NewCaseEvent[] {
  const { case: c } = s;
  const events: NewCaseEvent[] = [];
  const tell = (kind: NewCaseEvent['kind'], data: NewCaseEvent['data']): void => void events.push({ kind, actor: 'bot', data });
  const { verdict, confidence, rules } = s.judgement.diagnosis;
  const isNewVerdict = c.diagnosis?.verdict !== verdict || c.diagnosis.confidence !== confidence || c.state !== 'diagnosed';
  if (s.occasion === 'capture' && asking?.reasonId) tell('capture-refused', { reasonId: asking.reasonId });
  if (state === 'diagnosed' && isNewVerdict) tell('diagnosed', { verdict, confidence, rules });
  if (asking && (asking.what !== c.asking?.what || asking.times !== c.asking.times)) {
    tell('asked', { what: asking.what, times: asking.times });
  }
  if (nameOf(holder) !== nameOf(c.holder)) tell('handed', { to: nameOf(holder) });
  return events;
}

function nameOf(holder: Case['holder']): string {
  return holder.kind === 'role' ? holder.role : holder.kind;
}
