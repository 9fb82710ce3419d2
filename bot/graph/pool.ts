import type { Budget } from './budgets.ts';
import { settleBy, type Deadline } from './deadline.ts';
import { failed, type Reading } from './part.ts';

interface Pending<K, V> {
  readonly key: K;
  readonly deadline: Deadline;
  answer: (reading: Reading<V>) => void;
  /** Its request is under way: what is late from now on is the service and not the line. */
  hasLeft: boolean;
}

/**
 * Lets questions of one kind that wait for the same scarce budget ride in one request: the log queries allow five in
 * ten seconds, and on a bad morning thirty people ask at once. Alone, a question leaves as it is.
 */
export interface Pool<K, V> {
  load(key: K, deadline: Deadline): Promise<Reading<V>>;
}

export function openPool<K, V>(options: {
  readonly budget: Budget;
  readonly maxKeys: number;
  /** One request for all of these; its budget is taken. */
  readonly read: (keys: readonly K[], deadline: Deadline) => Promise<Reading<V>>;
  /** What of the common answer belongs to one key. */
  readonly share: (key: K, answer: V) => V;
}): Pool<K, V> {
  let pending: Pending<K, V>[] = [];
  let leaving = false;

  const latest = (some: readonly Pending<K, V>[]): Deadline => ({ at: Math.max(...some.map(({ deadline }) => deadline.at)) });

  const ride = async (riders: readonly Pending<K, V>[]): Promise<void> => {
    const answer = await options.read(riders.map(({ key }) => key), latest(riders));
    // Some services refuse an `or` between many: then each asks alone, and waits its turn for it.
    const refused = answer.kind === 'failed' && answer.status === 400 && riders.length > 1;
    for (const rider of riders) {
      if (refused) void single(rider);
      else rider.answer(answer.kind === 'read' ? { ...answer, value: options.share(rider.key, answer.value) } : answer);
    }
  };

  const single = async (rider: Pending<K, V>): Promise<void> => {
    const granted = await options.budget.acquire(1, rider.deadline);
    const answer = granted ? await options.read([rider.key], rider.deadline) : failed('throttled');
    rider.answer(answer.kind === 'read' ? { ...answer, value: options.share(rider.key, answer.value) } : answer);
  };

  const leave = async (): Promise<void> => {
    while (pending.length > 0) {
      const granted = await options.budget.acquire(1, latest(pending));
      const riders = pending.slice(0, granted ? options.maxKeys : undefined);
      for (const rider of riders) rider.hasLeft = granted;
      pending = pending.slice(riders.length);
      if (granted) void ride(riders);
      else for (const { answer } of riders) answer(failed('throttled'));
    }
    leaving = false;
  };

  return {
    load(key, deadline) {
      const rider: Pending<K, V> = { key, deadline, answer: () => undefined, hasLeft: false };
      const work = new Promise<Reading<V>>((answer) => {
        rider.answer = answer;
        pending.push(rider);
        if (!leaving) {
          leaving = true;
          void leave();
        }
      });
      return settleBy(work, deadline, () => failed(rider.hasLeft ? 'timed-out' : 'throttled'));
    },
  };
}
