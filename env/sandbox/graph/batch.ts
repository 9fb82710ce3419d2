import { GraphError } from './errors.ts';

/** One request inside a batch. */
export interface BatchPart {
  readonly id: string;
  readonly method: string;
  /** Relative to the version, with a leading slash. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly dependsOn: readonly string[];
}

/** What became of a part; `body` absent where the service sends none. */
export interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

export const maxParts = 20;

const bad = (message: string): GraphError => new GraphError(400, 'BadRequest', message);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readPart(part: unknown): BatchPart {
  if (!isRecord(part)) throw bad('Invalid batch payload format.');
  const { id, method, url, headers, body, dependsOn } = part;
  if (typeof id !== 'string' || id === '') throw bad("Every request needs an 'id'.");
  if (typeof method !== 'string' || typeof url !== 'string') throw bad(`Request '${id}' needs 'method' and 'url'.`);
  const lowered = Object.fromEntries(
    Object.entries(isRecord(headers) ? headers : {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  if (body !== undefined && !lowered['content-type']) throw bad(`Request '${id}' has a body and needs a 'Content-Type' header.`);
  const needs = Array.isArray(dependsOn) ? dependsOn.map(String) : [];
  return {
    id,
    method: method.toUpperCase(),
    url: url.startsWith('/') ? url : `/${url}`,
    headers: lowered,
    body,
    dependsOn: needs,
  };
}

/**
 * Reads a batch as strictly as Graph does: at most twenty parts, ids unique whatever their case, no batch in a batch.
 * @throws GraphError 400
 * @see https://learn.microsoft.com/graph/json-batching
 */
export function readBatch(body: unknown): BatchPart[] {
  const requests = isRecord(body) ? body['requests'] : undefined;
  if (!Array.isArray(requests) || requests.length === 0) throw bad('Invalid batch payload format.');
  if (requests.length > maxParts) throw bad(`Number of batch request steps exceeds the maximum value of ${maxParts}.`);
  const parts = requests.map(readPart);
  const ids = new Set<string>();
  for (const part of parts) {
    const key = part.id.toLowerCase();
    if (ids.has(key)) throw bad(`Request Id : ${part.id} has to be unique in a batch.`);
    if (part.dependsOn.some((needed) => !ids.has(needed.toLowerCase()))) {
      throw bad(`Request '${part.id}' depends on a request that does not come before it.`);
    }
    if (/^\/\$batch\b/i.test(part.url)) throw bad('A batch cannot hold a batch.');
    ids.add(key);
  }
  return parts;
}

/** Runs the parts side by side, a dependent one after what it waits for, and hands the answers back in no order. */
export async function runBatch(
  parts: readonly BatchPart[],
  run: (part: BatchPart) => Promise<PartAnswer>,
  random: () => number,
): Promise<PartAnswer[]> {
  const running = new Map<string, Promise<PartAnswer>>();
  for (const part of parts) running.set(part.id.toLowerCase(), after(part));

  async function after(part: BatchPart): Promise<PartAnswer> {
    const earlier = await Promise.all(part.dependsOn.flatMap((id) => running.get(id.toLowerCase()) ?? []));
    if (earlier.some((answer) => answer.status >= 400)) {
      const error = { error: { code: 'FailedDependency', message: 'A request this one depends on has failed.' } };
      return { id: part.id, status: 424, headers: { 'content-type': 'application/json' }, body: error };
    }
    return run(part);
  }

  const answers = await Promise.all([...running.values()]);
  for (let i = answers.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [answers[i], answers[j]] = [answers[j] as PartAnswer, answers[i] as PartAnswer];
  }
  return answers;
}
