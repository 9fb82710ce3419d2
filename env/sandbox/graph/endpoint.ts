import { randomUUID } from 'node:crypto';
import { readToken } from '../entra/tokens.ts';
import { readable, type Incoming } from '../http/exchange.ts';
import { playFaults, type Outcome } from '../http/outcome.ts';
import type { LogEntry } from '../control/log.ts';
import type { World } from '../world.ts';
import { readBatch, runBatch, type BatchPart, type PartAnswer } from './batch.ts';
import type { Caller } from './caller.ts';
import { errorBody, GraphError } from './errors.ts';
import type { Version } from './operation.ts';
import { createServe, type Serve } from './serve.ts';

const addressPattern = /^\/(v1\.0|beta)(\/.*)$/;

export const isGraph = (pathname: string): boolean => addressPattern.test(pathname);

/** Never settles: the whole batch waits for a part that hangs. */
const forEver = (): Promise<never> => new Promise(() => {});

/** @returns a function that answers every request below /v1.0 and /beta. */
export function createGraphEndpoint(world: World): (incoming: Incoming) => Promise<Outcome> {
  const serve: Serve = createServe({
    contoso: () => world.contoso,
    now: () => world.clock.now(),
    origin: () => world.origin,
    throttle: world.throttle,
    removedPermissions: () => world.removedPermissions,
    logDelayMinutes: () => world.logDelayMinutes,
    licence: () => world.licence,
  });

  return async (incoming) => {
    const requestId = randomUUID();
    const clientRequestId = incoming.headers['client-request-id'] ?? requestId;
    const ids = { 'request-id': requestId, 'client-request-id': clientRequestId };
    const [, version = 'v1.0', path = '/'] = addressPattern.exec(incoming.pathname) ?? [];
    const token = await readToken(incoming.headers['authorization'], world.origin);
    const caller: Caller = typeof token === 'string' ? { kind: 'none' } : token;
    const entry = world.log.begin({ method: incoming.method, path: incoming.readable, caller });
    const faults = world.faults.hit({ method: incoming.method, readable: incoming.readable, isPart: false });
    entry.fault = faults.map((fault) => fault.kind).join('+') || null;
    try {
      const outcome = await playFaults(faults, path, async ({ emptyFirstPage }) => {
        if (typeof token === 'string') throw new GraphError(401, 'InvalidAuthenticationToken', token);
        const isBatch = /^\/\$batch\/?$/i.test(readable(path));
        if (isBatch) return answerBatch(incoming, version as Version, caller, entry);
        const body = parseBody(incoming.body, incoming.headers['content-type']);
        return serve({
          version: version as Version,
          method: incoming.method,
          path,
          query: incoming.query,
          headers: incoming.headers,
          body,
          caller,
          emptyFirstPage,
        });
      });
      world.log.end(entry, outcome.delivery === 'never' ? 0 : outcome.status);
      return { ...outcome, headers: { ...ids, ...outcome.headers } };
    } catch (cause) {
      const error = asGraphError(cause);
      world.log.end(entry, error.status);
      return {
        status: error.status,
        headers: { ...ids, ...error.headers },
        body: errorBody(error, requestId, clientRequestId, world.clock.now()),
        delivery: 'whole',
      };
    }
  };

  async function answerBatch(incoming: Incoming, version: Version, caller: Caller, parent: LogEntry): Promise<PartialOutcome> {
    if (incoming.method !== 'POST')
      throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
    const parts = readBatch(parseBody(incoming.body, 'application/json'));
    const responses = await runBatch(parts, (part) => answerPart(part, version, caller, parent), world.random);
    return { status: 200, headers: {}, body: { responses } };
  }

  async function answerPart(part: BatchPart, version: Version, caller: Caller, parent: LogEntry): Promise<PartAnswer> {
    const mark = part.url.indexOf('?');
    const path = mark < 0 ? part.url : part.url.slice(0, mark);
    const query = new URLSearchParams(mark < 0 ? '' : part.url.slice(mark + 1));
    const shown = readable(`/${version}${part.url}`);
    const entry = world.log.begin({ method: part.method, path: shown, caller, batch: parent.n, partId: part.id });
    const faults = world.faults.hit({ method: part.method, readable: shown, isPart: true });
    entry.fault = faults.map((fault) => fault.kind).join('+') || null;
    const requestId = randomUUID();
    try {
      const outcome = await playFaults(faults, path, ({ emptyFirstPage }) =>
        serve({ version, method: part.method, path, query, headers: part.headers, body: part.body, caller, emptyFirstPage }),
      );
      if (outcome.delivery === 'never') return await forEver();
      world.log.end(entry, outcome.status);
      return { id: part.id, status: outcome.status, headers: partHeaders(outcome.headers, requestId), ...partBody(outcome) };
    } catch (cause) {
      const error = asGraphError(cause);
      world.log.end(entry, error.status);
      const body = errorBody(error, requestId, requestId, world.clock.now());
      return { id: part.id, status: error.status, headers: partHeaders(error.headers, requestId), body };
    }
  }
}

type PartialOutcome = { status: number; headers: Record<string, string>; body?: unknown };

const headerSpelling: Record<string, string> = { 'retry-after': 'Retry-After', 'content-type': 'Content-Type' };

function partHeaders(headers: Record<string, string>, requestId: string): Record<string, string> {
  const spelled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [headerSpelling[name] ?? name, value]));
  return { 'Content-Type': 'application/json', 'request-id': requestId, ...spelled };
}

/** In a batch, what is not JSON travels as base64 text; a cut-off answer as the half that arrived. */
function partBody(outcome: Outcome): { body?: unknown } {
  if (outcome.body === undefined) return {};
  if (outcome.delivery === 'truncated') {
    const text = JSON.stringify(outcome.body);
    return { body: text.slice(0, Math.floor(text.length / 2)) };
  }
  const type = outcome.headers['content-type'] ?? 'application/json';
  if (type.startsWith('application/json')) return { body: outcome.body };
  const text = typeof outcome.body === 'string' ? outcome.body : JSON.stringify(outcome.body);
  return { body: Buffer.from(text).toString('base64') };
}

function parseBody(text: string, type: string | undefined): unknown {
  if (text === '') return undefined;
  if (type !== undefined && !type.toLowerCase().includes('json')) {
    throw new GraphError(400, 'BadRequest', 'A body needs the content type application/json.');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new GraphError(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

/** What is our own mistake shows as Graph's 500, with the trace on the console of the sandbox. */
function asGraphError(cause: unknown): GraphError {
  if (cause instanceof GraphError) return cause;
  console.error(cause);
  return new GraphError(500, 'UnknownError', 'The sandbox itself failed; see its output.');
}
