import { gatherEvidence } from '../../bot/jobs/gather-evidence.ts';
import { presentCase } from '../../bot/jobs/present-case.ts';
import type { Case, Person } from '../../bot/cases/case.ts';
import type { Directory, EvidenceReader, Membership } from '../../bot/cases/ports.ts';
import type { GraphAnswers, GraphUser } from '../../bot/diagnosis/graph-answers.ts';
import { openConversation } from '../../dialogs/index.ts';
import type { Rooms } from '../../dialogs/rooms.ts';
import type { Reply, Said, Turn } from '../../dialogs/turn.ts';
import { fakeCaseStore, type FakeCaseStore } from './fake-case-store.ts';
import { fakeChat, type FakeChat, type Message } from './fake-chat.ts';

export const NOW = '2026-11-23T09:05:00.000Z';
export const MEGAN: Person = { aadObjectId: '5b2f8c1e-0000-4000-8000-000000000001', name: 'Megan Bowen', userPrincipalName: 'MeganB@contoso.com' };
export const ALEX: Person = { aadObjectId: '5b2f8c1e-0000-4000-8000-000000000002', name: 'Alex Wilber', userPrincipalName: 'AlexW@contoso.com' };

/** Everything one story needs, in memory, with a clock that only moves when told. */
export interface House {
  readonly rooms: Rooms;
  readonly store: FakeCaseStore;
  readonly chat: FakeChat;
  readonly evidence: { answers: GraphAnswers; readonly asked: Parameters<EvidenceReader['gather']>[0][] };
  readonly directory: { membership: Membership; found: GraphUser | 'not-found' | 'could-not-check' };
  /** Says something in the person's own chat. */
  readonly say: (text: string, by?: Person) => Promise<readonly Reply[]>;
  readonly turn: (said: Said, over?: Partial<Turn>) => Promise<readonly Reply[]>;
  readonly inTriage: (text: string, by?: Person) => Promise<readonly Reply[]>;
  /** Presses a button on the newest card of the case, or on the message given. */
  readonly press: (verb: string, data?: Record<string, unknown>, cardActivityId?: string, by?: Person) => Promise<readonly Reply[]>;
  /** Does every job that is due, and those that follow from it. */
  readonly settle: () => Promise<void>;
  readonly advance: (minutes: number) => void;
  readonly newest: () => Case;
  readonly cardOf: (c: Case, surface?: 'reporter' | 'triage') => Promise<Message>;
  readonly restart: () => void;
}

export function openHouse({ withTriage = true }: { withTriage?: boolean } = {}): House {
  let now = Date.parse(NOW);
  const clock = (): Date => new Date(now);
  const store = fakeCaseStore(clock);
  const chat = fakeChat();
  const evidence: House['evidence'] = { answers: nothingThere(), asked: [] };
  const directory: House['directory'] = { membership: memberFor(MEGAN), found: 'not-found' };
  const reader: EvidenceReader = {
    async gather(subject, onProgress) {
      evidence.asked.push(subject);
      onProgress?.('trip-1-done');
      onProgress?.('trip-2-done');
      return structuredClone(evidence.answers);
    },
  };
  const people: Directory = { whoIs: async () => directory.membership, findUser: async () => directory.found };
  const rooms: Rooms = {
    cases: store,
    posts: chat.posts,
    directory: people,
    evidence: reader,
    clock,
    tenantId: 'contoso',
    frame: { banner: 'Sandbox' },
  };
  for (const person of [MEGAN, ALEX]) {
    chat.meet({ id: chatOf(person), kind: 'personal', aadObjectId: person.aadObjectId, teamsId: `a:${person.aadObjectId}`, reachable: true });
  }
  if (withTriage) chat.meet({ id: 'triage', kind: 'channel', teamsId: '19:triage@thread.tacv2', reachable: true });

  const start = () => ({
    converse: openConversation(rooms),
    gather: gatherEvidence(rooms),
    present: presentCase({ ...rooms, conversations: chat.conversations, messenger: chat.messenger }),
  });
  let house = start();
  let turns = 0;

  const turn: House['turn'] = (said, over = {}) => {
    const person = over.person ?? MEGAN;
    turns += 1;
    return house.converse({
      activityId: `turn-${turns}`,
      receivedAt: clock().toISOString(),
      person,
      place: { kind: 'personal', conversationId: chatOf(person), isTriage: false },
      said,
      ...over,
    });
  };

  return {
    rooms,
    store,
    chat,
    evidence,
    directory,
    turn,
    say: (text, by = MEGAN) => turn({ kind: 'text', text }, { person: by }),
    inTriage: (text, by = ALEX) => turn({ kind: 'text', text }, { person: by, place: { kind: 'channel', conversationId: 'triage', isTriage: true } }),
    async press(verb, data = {}, cardActivityId, by = MEGAN) {
      const caseId = data.caseId ?? store.all()[0]?.id;
      const post = typeof caseId === 'string' ? await chat.posts.find(caseId, 'reporter') : undefined;
      const on = cardActivityId ?? post?.activityId;
      return turn({ kind: 'action', verb, data: { ...(caseId === undefined ? {} : { caseId }), ...data }, ...(on && { cardActivityId: on }) }, { person: by });
    },
    async settle() {
      for (let done = 0; done < 500; done += 1) {
        const due = store.jobs.findIndex(({ dueAt }) => dueAt <= now);
        if (due < 0) return;
        const [{ job }] = store.jobs.splice(due, 1) as [(typeof store.jobs)[number]];
        if (job.kind === 'gather') await house.gather(job);
        else await house.present(job);
      }
      throw new Error('the jobs never end');
    },
    advance: (minutes) => void (now += minutes * 60_000),
    newest() {
      const [c] = store.all();
      if (!c) throw new Error('there is no case');
      return c;
    },
    async cardOf(c, surface = 'reporter') {
      const post = await chat.posts.find(c.id, surface);
      const message = chat.messages.find(({ activityId }) => activityId === post?.activityId);
      if (!message) throw new Error(`case ${c.number} has no card on ${surface}`);
      return message;
    },
    restart: () => void (house = start()),
  };
}

export function chatOf(person: Person): string {
  return `chat-${person.aadObjectId.slice(-2)}`;
}

export function memberFor(person: Person): Membership {
  return {
    kind: 'member',
    user: { id: person.aadObjectId, displayName: person.name, userPrincipalName: person.userPrincipalName ?? null, userType: 'Member', accountEnabled: true },
  };
}

/** Graph answered everything and knows nothing: no device, no sign-in. */
export function nothingThere(): GraphAnswers {
  return {
    user: { id: MEGAN.aadObjectId, userPrincipalName: MEGAN.userPrincipalName ?? null, displayName: MEGAN.name, userType: 'Member', accountEnabled: true },
    devices: [],
    deletedDevices: [],
    signIns: [],
    managedDevices: [],
    complianceSettings: [],
    compliancePolicies: [],
    conditionalAccessPolicies: [],
    directoryAudits: [],
    deviceManagementAudits: [],
  };
}
