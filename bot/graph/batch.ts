import { remaining, type Deadline } from './deadline.ts';
import { isRow, type Part } from './part.ts';
import { parseBody, type Reply } from './reply.ts';
import type { Transport } from './transport.ts';

/** Microsoft takes no more in one `$batch`. */
const maxParts = 20;
/** One slow part holds up its whole batch; after this the parts go out one by one. */
const envelopeMs = 6_000;
const shortestEnvelopeMs = 500;
/** What becomes ready within this time leaves together; a person does not notice it. */
const gatherMs = 4;

interface Envelope {
  readonly part: Part;
  readonly deadline: Deadline;
  readonly answer: (reply: Reply) => void;
}

/** Sends a part, together with whatever else is to be sent in the same moment. Never rejects. */
export type Dispatch = (part: Part, deadline: Deadline) => Promise<Reply>;

/**
 * Gathers the parts that become ready within a few milliseconds, whoever asks for them, into `$batch` requests of
 * at most twenty: one for v1.0 and one for beta, which cannot share. A part alone goes as a plain request.
 * @param admit asks the part's budget again, for the parts of a failed envelope that are sent a second time
 * @see https://learn.microsoft.com/graph/json-batching
 */
export function openDispatcher(transport: Transport, admit: (part: Part, deadline: Deadline) => Promise<boolean>): Dispatch {
  const waiting: Record<Part['version'], Envelope[]> = { 'v1.0': [], 'beta': [] };

  const alone = async ({ part, deadline, answer }: Envelope): Promise<void> =>
    answer(await transport.send({ version: part.version, method: part.method ?? 'GET', url: part.url, headers: part.headers, body: part.body }, remaining(deadline)));

  const again = async (envelope: Envelope): Promise<void> => {
    if (await admit(envelope.part, envelope.deadline)) return alone(envelope);
    envelope.answer({ kind: 'broken', reason: 'timed-out' });
  };

  const together = async (envelopes: readonly Envelope[], version: Part['version']): Promise<void> => {
    const outer = await transport.send(
      { version, method: 'POST', url: '/$batch', headers: { 'Content-Type': 'application/json' }, body: { requests: envelopes.map(({ part }, index) => toRequest(part, index)) } },
      envelopeTime(envelopes.map(({ deadline }) => remaining(deadline))),
    );
    const replies = repliesOf(outer);
    if (replies) {
      envelopes.forEach(({ answer }, index) => answer(replies.get(String(index)) ?? { kind: 'broken', reason: 'unreadable' }));
    } else if (concernsAll(outer)) {
      for (const { answer } of envelopes) answer(outer);
    } else {
      await Promise.all(envelopes.map(again));
    }
  };

  const flush = (version: Part['version']): void => {
    const ready = waiting[version];
    waiting[version] = [];
    for (let at = 0; at < ready.length; at += maxParts) {
      const chunk = ready.slice(at, at + maxParts);
      void (chunk.length === 1 ? alone(chunk[0]!) : together(chunk, version));
    }
  };

  return (part, deadline) =>
    new Promise((answer) => {
      const queue = waiting[part.version];
      queue.push({ part, deadline, answer });
      if (queue.length === 1) setTimeout(flush, gatherMs, part.version);
    });
}

/** Half of what the hastiest part has, so that the other half is left for asking one by one. */
const envelopeTime = (left: readonly number[]): number => Math.min(envelopeMs, Math.max(shortestEnvelopeMs, Math.min(...left) / 2));

/** The ids are ours and unique; parts with a body must name its type. */
function toRequest(part: Part, index: number): Record<string, unknown> {
  const headers = { ...part.headers, ...(part.body !== undefined && { 'Content-Type': 'application/json' }) };
  return {
    id: String(index),
    method: part.method ?? 'GET',
    url: part.url,
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(part.body !== undefined && { body: part.body }),
  };
}

/** The parts' replies by id (they come in any order); undefined when this is no batch answer. */
function repliesOf(outer: Reply): Map<string, Reply> | undefined {
  if (outer.kind !== 'answered' || outer.status !== 200 || !outer.readable || !isRow(outer.body)) return undefined;
  const { responses } = outer.body;
  return Array.isArray(responses) ? new Map(responses.filter(isRow).map((one) => [String(one['id']), replyOf(one)])) : undefined;
}

function replyOf(one: Record<string, unknown>): Reply {
  const status = Number(one['status']);
  if (!Number.isInteger(status)) return { kind: 'broken', reason: 'unreadable' };
  const headers = isRow(one['headers']) ? Object.entries(one['headers']) : [];
  const retryAfter = headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  const content = typeof one['body'] === 'string' ? unpack(one['body']) : { body: one['body'], readable: true };
  return { kind: 'answered', status, retryAfter: typeof retryAfter === 'string' || typeof retryAfter === 'number' ? String(retryAfter) : undefined, ...content };
}

/** Answers that are not declared as JSON (the Intune reports) come as text or as base64 of it. */
function unpack(text: string): { body: unknown; readable: boolean } {
  const plain = parseBody(text);
  if (plain.readable && typeof plain.body === 'object') return plain;
  return /^[A-Za-z0-9+/\s]+=*\s*$/.test(text) ? parseBody(Buffer.from(text, 'base64').toString('utf8')) : { body: undefined, readable: false };
}

/** Throttling, outages and a missing token strike all parts alike: sending them singly would only make it worse. */
const concernsAll = (outer: Reply): boolean =>
  outer.kind === 'no-token' || (outer.kind === 'answered' && (outer.status === 429 || outer.status >= 500 || outer.status === 401));
