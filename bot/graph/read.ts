import { DelegateBackoff, handleWhenResult, retry, type IRetryBackoffContext } from 'cockatiel';
import type { Dispatch } from './batch.ts';
import type { Budgets } from './budgets.ts';
import { remaining, settleBy, type Deadline } from './deadline.ts';
import type { GraphLog } from './log.ts';
import { failed, isRow, mapReading, type Failure, type Part, type Reading, type Row } from './part.ts';
import { whyNot, type Reply } from './reply.ts';
import { retryAfterMs } from './retry-after.ts';

export interface Reader {
  /** One object. */
  one(part: Part, deadline: Deadline, options?: ReadOptions): Promise<Reading<Row>>;
  /** A collection, its pages followed. */
  all(part: Part, deadline: Deadline, options?: ReadOptions): Promise<Reading<Row[]>>;
}

export interface ReadOptions {
  /** The first page's budget was already taken. */
  readonly admitted?: boolean;
  /** Somebody stands waiting: goes first in line and may use what is kept free. */
  readonly urgent?: boolean;
}

interface World {
  readonly dispatch: Dispatch;
  readonly budgets: Budgets;
  readonly forgetToken: () => void;
  readonly clock: () => Date;
  readonly random: () => number;
  readonly log: GraphLog;
  /** `https://host`: pages are followed there and nowhere else. */
  readonly origin: string;
}

/** A failure, and how long to wait before trying again when that is worth it and fits. */
type Attempt = { readonly reading: Reading<Row>; readonly againMs?: number };

const maxRetries = 3;
const defaultMaxPages = 3;

/** Questions with patience: budget, retry of what is throttled or down (nothing else), pages. Never longer than the deadline. */
export function openReader(world: World): Reader {
  const whole: Reader['one'] = (part, deadline, options = {}) =>
    settleBy(ask(world, part, deadline, options), deadline, () => failed('timed-out'));
  return {
    one: async (part, deadline, options) => mapReading(await whole(part, deadline, options), withoutAddress),
    async all(part, deadline, options = {}) {
      const rows: Row[] = [];
      let page: Part | undefined = part;
      let last: Reading<Row> | undefined;
      for (let count = 0; page && count < (part.maxPages ?? defaultMaxPages); count += 1) {
        const reading: Reading<Row> = await whole(page, deadline, count === 0 ? options : { ...options, admitted: false });
        if (reading.kind !== 'read') {
          // What was read of the first pages is worth more than nothing, and says that it is not all.
          return last?.kind === 'read' ? { kind: 'read', value: rows, at: last.at, incomplete: true } : reading;
        }
        const { value } = reading.value;
        if (!Array.isArray(value)) return failed('unreadable');
        rows.push(...value.filter(isRow));
        last = reading;
        page = nextPage(part, reading.value, world.origin);
      }
      if (last?.kind !== 'read') return failed('unreadable');
      return { kind: 'read', value: rows, at: last.at, ...(page && { incomplete: true }) };
    },
  };
}

async function ask(world: World, part: Part, deadline: Deadline, options: ReadOptions): Promise<Reading<Row>> {
  const policy = retry(
    handleWhenResult((result) => (result as Attempt).againMs !== undefined),
    { maxAttempts: maxRetries, backoff: new DelegateBackoff((context: IRetryBackoffContext<unknown>) => ('value' in context.result ? ((context.result.value as Attempt).againMs ?? 0) : 0)) },
  ).dangerouslyUnref(); // who waits has a timer of their own (the deadline), and after it nobody does
  const { reading } = await policy.execute(({ attempt }) => tryOnce(world, part, deadline, { ...options, admitted: options.admitted === true && attempt === 0 }, attempt), deadline.signal);
  return reading;
}

async function tryOnce(world: World, part: Part, deadline: Deadline, options: ReadOptions, attempt: number): Promise<Attempt> {
  if (remaining(deadline) <= 0) return { reading: failed('timed-out') };
  const budget = world.budgets[part.service];
  if (!options.admitted && !(await budget.acquire(part.units ?? 1, deadline, options.urgent))) return { reading: failed('throttled') };
  const started = performance.now();
  const reply = await world.dispatch(part, deadline);
  budget.answered();
  const status = reply.kind === 'answered' ? reply.status : reply.kind;
  world.log.debug({ part: part.name, status, ms: Math.round(performance.now() - started) }, 'graph answered');

  const problem = whyNot(part, reply);
  const at = world.clock().toISOString();
  if (problem === 'absent') return { reading: { kind: 'absent', at } };
  if (problem === undefined) return { reading: { kind: 'read', value: (reply as Extract<Reply, { kind: 'answered' }>).body as Row, at } };

  const againMs = waitMs(world, part, problem, reply, attempt);
  if (againMs !== undefined && againMs < remaining(deadline)) return { reading: problem, againMs };
  world.log.warn({ part: part.name, status, reason: problem.reason, permission: problem.permission }, 'graph could not be read');
  return { reading: problem };
}

/** How long to wait before the next try; undefined when trying again is of no use. */
function waitMs(world: World, part: Part, problem: Failure, reply: Reply, attempt: number): number | undefined {
  if (problem.status === 401) {
    world.forgetToken();
    return attempt === 0 ? 0 : undefined;
  }
  const down = problem.reason === 'unavailable' && (reply.kind === 'broken' || (problem.status ?? 0) >= 500);
  if (problem.reason !== 'throttled' && !down) return undefined;
  const asked = reply.kind === 'answered' ? retryAfterMs(reply.retryAfter, world.clock()) : undefined;
  // Exponential with jitter where nothing is asked: Conditional Access and Intune never ask.
  const wait = asked ?? 1_000 * 2 ** attempt * (0.5 + world.random() / 2);
  if (problem.reason === 'throttled') world.budgets[part.service].pause(wait);
  return wait;
}

/** `@odata.context` tells where the schema is; nobody here asks. */
const withoutAddress = ({ '@odata.context': _context, ...row }: Row): Row => row;

/** The next page as a question of the same kind, headers included; a link that leads elsewhere is not followed. */
function nextPage(part: Part, body: Row, origin: string): Part | undefined {
  const link = body['@odata.nextLink'];
  const start = `${origin}/${part.version}`;
  if (typeof link !== 'string' || !link.startsWith(`${start}/`)) return undefined;
  const { body: _same, method: _get, ...rest } = part;
  return { ...rest, url: link.slice(start.length) };
}
