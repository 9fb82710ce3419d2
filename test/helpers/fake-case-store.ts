import { setImmediate as breathe } from 'node:timers/promises';
import type { Case, CaseDevice, CaseEvent } from '../../bot/cases/case.ts';
import type { CaseStore, Change, NewJob, StoredCapture } from '../../bot/cases/ports.ts';
import type { GraphAnswers } from '../../bot/diagnosis/graph-answers.ts';

export interface FakeCaseStore extends CaseStore {
  /** What was enqueued and is not taken yet, oldest first. */
  readonly jobs: { readonly job: NewJob; readonly dueAt: number }[];
  readonly all: () => readonly Case[];
  /** How many writes lost a race and were decided anew. */
  readonly conflicts: () => number;
}

/**
 * A memory with the manners of the real one: a person's openings queue up, one open case for a device, conditional
 * updates that ask `decide` again when another writer was faster, jobs of one key joined, everything copied in and out.
 */
export function fakeCaseStore(clock: () => Date): FakeCaseStore {
  const cases = new Map<string, Case>();
  const events = new Map<string, CaseEvent[]>();
  const captures = new Map<string, StoredCapture[]>();
  const evidence = new Map<string, GraphAnswers>();
  const jobs: FakeCaseStore['jobs'] = [];
  let lost = 0;
  let opening: Promise<unknown> = Promise.resolve();

  const copy = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));
  const listed = (): Case[] => [...cases.values()].sort((one, other) => other.number - one.number);
  const isOpen = (c: Case): boolean => c.state !== 'closed';

  function enqueue(added: readonly NewJob[]): void {
    for (const job of added) {
      const dueAt = clock().getTime() + (job.kind === 'gather' ? (job.inSeconds ?? 0) * 1000 : 0);
      const isLater = dueAt > clock().getTime();
      const same = jobs.findIndex((known) => keyOf(known.job) === keyOf(job) && known.dueAt > clock().getTime() === isLater);
      if (same >= 0) jobs.splice(same, 1);
      jobs.push({ job, dueAt });
    }
  }

  function append(caseId: string, added: Change['events']): void {
    const list = events.get(caseId) ?? [];
    for (const event of added) list.push({ ...copy(event), seq: list.length + 1, at: clock().toISOString() });
    events.set(caseId, list);
  }

  function checkOneOpen(changed: Case): void {
    const word = deviceWord(changed.device);
    const isTaken = listed().some(
      (c) => c.id !== changed.id && isOpen(c) && isOpen(changed) && c.reporter.aadObjectId === changed.reporter.aadObjectId && deviceWord(c.device) === word,
    );
    if (isTaken) throw new Error(`two open cases for ${word || 'an unknown device'}`);
  }

  return {
    jobs,
    all: () => copy(listed()),
    conflicts: () => lost,
    openOrFind(input, plan) {
      const mine = opening.then(async () => {
        await breathe();
        const open = listed().find((c) => isOpen(c) && c.reporter.aadObjectId === input.reporter.aadObjectId && isSameDevice(input.device, c.device));
        if (open) return { case: copy(open), created: false };
        const now = clock().toISOString();
        const number = 1001 + cases.size;
        const born: Case = {
          ...copy(input),
          id: `case-${number}`,
          number,
          state: 'gathering',
          version: 1,
          openedAt: now,
          updatedAt: now,
          progress: { directory: 'waiting', signIns: 'waiting', intune: 'waiting' },
          holder: { kind: 'bot' },
          captureCount: 0,
          anchor: 0,
        };
        checkOneOpen(born);
        const planned = plan(copy(born));
        cases.set(born.id, born);
        append(born.id, planned.events);
        enqueue(planned.jobs);
        return { case: copy(born), created: true };
      });
      opening = mine.catch(() => undefined);
      return mine;
    },
    find: async (caseId) => copy(cases.get(caseId)),
    findByNumber: async (_tenantId, number) => copy(listed().find((c) => c.number === number)),
    casesOf: async (aadObjectId, limit = 20) =>
      copy(
        listed()
          .filter((c) => c.reporter.aadObjectId === aadObjectId)
          .sort((one, other) => Number(!isOpen(one)) - Number(!isOpen(other)))
          .slice(0, limit),
      ),
    openCases: async (limit = 100) => copy(listed().filter(isOpen).slice(0, limit)),
    async change(caseId, decide) {
      for (;;) {
        const seen = cases.get(caseId);
        if (!seen) return undefined;
        const change = decide(copy(seen));
        await breathe();
        const current = cases.get(caseId);
        if (!change) return copy(current);
        if (current?.version !== seen.version) {
          lost += 1;
          continue;
        }
        const changed = patched(seen, copy(change), clock().toISOString());
        checkOneOpen(changed);
        cases.set(caseId, changed);
        append(caseId, change.events);
        if (change.addCapture) {
          captures.set(caseId, [...(captures.get(caseId) ?? []), { ...change.addCapture, receivedAt: clock().toISOString() }]);
        }
        if (change.setEvidence) evidence.set(caseId, copy(change.setEvidence));
        enqueue(change.jobs);
        return copy(changed);
      }
    },
    captures: async (caseId) => copy(captures.get(caseId) ?? []),
    evidence: async (caseId) => copy(evidence.get(caseId)),
    events: async (caseId) => copy(events.get(caseId) ?? []),
  };
}

export function keyOf(job: NewJob): string {
  return job.kind === 'gather' ? `gather ${job.caseId}` : `present ${job.caseId} ${job.surface}`;
}

function patched(before: Case, change: Change, now: string): Case {
  const merged = Object.fromEntries(Object.entries({ ...before, ...change.patch }).filter(([, value]) => value !== null && value !== undefined));
  return {
    ...(merged as unknown as Case),
    version: before.version + 1,
    updatedAt: now,
    captureCount: before.captureCount + (change.addCapture ? 1 : 0),
  };
}

const shortName = (name: string | undefined): string | undefined => name?.split('.')[0]?.toLowerCase();

function deviceWord(device: CaseDevice): string {
  if (device.deviceId !== undefined) return `id:${device.deviceId}`;
  return device.name === undefined ? '' : `name:${shortName(device.name)}`;
}

function isSameDevice(asked: CaseDevice, known: CaseDevice): boolean {
  if (deviceWord(asked) === '') return true;
  if (asked.deviceId !== undefined && known.deviceId !== undefined) return asked.deviceId === known.deviceId;
  return asked.name !== undefined && shortName(asked.name) === shortName(known.name);
}
