import assert from 'node:assert/strict';
import type { Directory, Membership } from '../../bot/cases/ports.ts';
import { rememberedDirectory } from '../../bot/house/remembered-directory.ts';

const member: Membership = { kind: 'member', user: { id: 'a', displayName: 'Adele' } };
const now = new Date('2026-11-22T10:00:00Z');

function remembered(options: { answers: () => Promise<Membership>; last?: Membership; minutesAgo?: number }) {
  const kept: Membership[] = [];
  const directory: Directory = { whoIs: options.answers, findUser: async () => 'not-found' };
  const people = {
    lastAnswer: async () => options.last && { answer: options.last, checkedAt: new Date(now.getTime() - (options.minutesAgo ?? 60) * 60_000).toISOString() },
    keep: async (_id: string, answer: Membership) => void kept.push(answer),
  };
  return { kept, whoIs: () => rememberedDirectory(directory, people, () => now, 20).whoIs('a') };
}
const never = (): Promise<Membership> => new Promise(() => undefined);

describe('the directory with a memory', () => {
  it('does not ask about a member of ten minutes ago', async () => {
    assert.deepEqual(await remembered({ answers: () => assert.fail('asked'), last: member, minutesAgo: 9 }).whoIs(), member);
  });

  it('admits whom it admitted today while the directory hangs or fails', async () => {
    assert.deepEqual(await remembered({ answers: never, last: member }).whoIs(), member);
    assert.deepEqual(await remembered({ answers: async () => ({ kind: 'could-not-check' }), last: member }).whoIs(), member);
  });

  it('keeps a late answer for the next time', async () => {
    const { kept, whoIs } = remembered({ answers: () => new Promise((resolve) => setTimeout(resolve, 40, { kind: 'disabled' })), last: member });
    assert.deepEqual(await whoIs(), member);
    await new Promise((resolve) => setTimeout(resolve, 40));
    assert.deepEqual(kept, [{ kind: 'disabled' }]);
  });

  it('believes a newer word at once, and no word of the day before', async () => {
    assert.deepEqual(await remembered({ answers: async () => ({ kind: 'disabled' }), last: member }).whoIs(), { kind: 'disabled' });
    assert.deepEqual(await remembered({ answers: async () => ({ kind: 'could-not-check' }), last: member, minutesAgo: 25 * 60 }).whoIs(), { kind: 'could-not-check' });
  });
});
