import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request with its body read. */
export interface Incoming {
  readonly method: string;
  readonly pathname: string;
  readonly query: URLSearchParams;
  /** Path and query as a person would read them, for the log and for matching faults. */
  readonly readable: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What goes back: an object is sent as JSON, a string as it is. */
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

const maxBodyBytes = 4 * 1024 * 1024;

export class BodyTooLarge extends Error {}

/** Decodes for reading only; what cannot be decoded stays as it came. */
export function readable(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '));
  } catch {
    return address;
  }
}

/** @throws BodyTooLarge */
export async function readIncoming(message: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  const address = message.url ?? '/';
  const mark = address.indexOf('?');
  const pathname = mark < 0 ? address : address.slice(0, mark);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
  return {
    method: message.method ?? 'GET',
    pathname,
    query: new URLSearchParams(mark < 0 ? '' : address.slice(mark + 1)),
    readable: readable(address),
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/** How the bytes of an answer go out: whole, cut off in the middle, or not at all. */
export type Delivery = 'whole' | 'truncated' | 'never';

export function send(response: ServerResponse, answer: Answer, delivery: Delivery, now: Date): void {
  if (delivery === 'never') return;
  const isText = typeof answer.body === 'string';
  const text = answer.body === undefined ? '' : isText ? answer.body : JSON.stringify(answer.body);
  const bytes = Buffer.from(text);
  const headers: Record<string, string> = {
    date: now.toUTCString(),
    ...(answer.body === undefined
      ? {}
      : { 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8' }),
    ...answer.headers,
    'content-length': String(bytes.length),
  };
  response.writeHead(answer.status, headers);
  if (delivery === 'whole') {
    response.end(bytes);
    return;
  }
  // promise the whole, send half, hang up
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}
