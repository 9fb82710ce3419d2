import type { Case, NewCaseEvent, Progress } from './case.ts';
import { closeCase } from './close-case.ts';
import { deviceIdsToAsk } from './devices.ts';
import { readingsOf, whatWasRead } from './readings.ts';
import { joinPieces } from './pieces.ts';
import type { Membership } from './ports.ts';
import { showReporter } from './present-jobs.ts';
import type { GatherRooms } from './rooms.ts';
import { isGathering, isLookDue } from './wanted-gathering.ts';
import { judgeCase } from './judge-case.ts';
import type { GraphAnswers, GraphUser } from './words.ts';

/**
 * Asks the world about a case, keeps the answer and judges. Does nothing when nobody counts on it any more (the queue
 * delivers at least once) and never throws for outside trouble: what could not be read is a gap on the card.
 */
export async function gatherEvidence(rooms: GatherRooms, caseId: string): Promise<void> {
  const wanted = await rooms.cases.find(caseId);
  if (!wanted || wanted.state === 'closed') return;
  if (!isGathering(wanted) && !isLookDue(wanted, rooms.clock())) return;
  const membership = await rooms.directory.whoIs(wanted.reporter.aadObjectId);
  if (isNotOurs(membership, wanted)) {
    await closeCase(rooms, caseId, { reason: 'not-our-member', by: 'bot', actor: 'bot' });
    return;
  }
  const user = membership.kind === 'member' ? membership.user : undefined;
  const started = await begin(rooms, caseId, user);
  if (!started || started.state === 'closed') return;
  const evidence = await read(rooms, started, user);
  const { startedAt } = started.progress;
  const progress: Progress = { ...readingsOf(evidence), ...(startedAt && { startedAt }), finishedAt: rooms.clock().toISOString() };
  const event: NewCaseEvent = { kind: 'evidence-read', actor: 'bot', data: whatWasRead(evidence) };
  await judgeCase(rooms, caseId, { occasion: 'evidence', read: { evidence, progress, event } });
}

/** An agent may open a case for somebody whose account is disabled: that may be the very cause. */
function isNotOurs(membership: Membership, c: Case): boolean {
  if (membership.kind === 'disabled') return c.openedBy === undefined;
  return membership.kind === 'guest' || membership.kind === 'unknown';
}

/** What the person waits for is shown moving; a later look by the clock stays silent, and does not count as their doing. */
async function begin(rooms: GatherRooms, caseId: string, user: GraphUser | undefined): Promise<Case | undefined> {
  return rooms.cases.change(caseId, (c) => {
    if (c.state === 'closed') return undefined;
    const reading: Progress = { directory: 'reading', signIns: 'reading', intune: 'waiting', startedAt: rooms.clock().toISOString() };
    return {
      patch: { ...(isGathering(c) && { progress: reading }), ...nameAtLast(c, user) },
      events: [{ kind: 'gathering-started', actor: 'bot', data: {} }],
      jobs: isGathering(c) ? showReporter(c.id) : [],
    };
  });
}

/** A directory that was too slow at the first word may have left the case with no more than the name Teams shows. */
function nameAtLast({ reporter }: Case, user: GraphUser | undefined): Partial<Pick<Case, 'reporter'>> {
  if (reporter.userPrincipalName || !user?.userPrincipalName) return {};
  return { reporter: { ...reporter, name: user.displayName ?? reporter.name, userPrincipalName: user.userPrincipalName } };
}

async function read(rooms: GatherRooms, c: Case, user: GraphUser | undefined): Promise<GraphAnswers> {
  const given = joinPieces(await rooms.cases.captures(c.id));
  const deviceIds = deviceIdsToAsk(c, given);
  const deviceNames = [...new Set([c.device.name, ...given.map((g) => g.capture.device.deviceName)].filter((name) => name !== undefined))];
  const told: Promise<unknown>[] = [];
  const answers = await rooms.evidence.gather(
    {
      userId: c.reporter.aadObjectId,
      ...(deviceIds.length > 0 && { deviceIds }),
      ...(deviceNames.length > 0 && { deviceNames: deviceNames.slice(0, 4) }),
      ...(user && { user }),
    },
    (step) => {
      if (step === 'trip-1-done') told.push(tellTrip1(rooms, c.id));
    },
  );
  await Promise.all(told);
  return { ...answers, askedDeviceIds: deviceIds };
}

/** Between the trips the card moves once, when somebody watches it. */
async function tellTrip1(rooms: GatherRooms, caseId: string): Promise<void> {
  await rooms.cases.change(caseId, (c) => {
    if (c.state === 'closed' || c.progress.directory !== 'reading') return undefined;
    return {
      patch: { progress: { ...c.progress, directory: 'read', signIns: 'read', intune: 'reading' } },
      events: [],
      jobs: showReporter(c.id),
    };
  });
}
