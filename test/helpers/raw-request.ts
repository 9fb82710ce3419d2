import { request } from 'node:http';

/** A request exactly as given: header names may repeat and lie, the body may be anything. */
export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string | Uint8Array;
}

/** Answers the status; 0 when the connection was closed before any answer came. */
export function sendRaw(
  base: string,
  { method = 'POST', path = '/api/messages', headers = [], body = '' }: RawRequest,
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve) => {
    const outgoing = request({
      hostname,
      port,
      method,
      path,
      headers: ['host', `${hostname}:${port}`, ...headers.flat()],
      agent: false,
    });
    outgoing.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('close', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    outgoing.on('error', () => resolve({ status: 0, text: '' }));
    outgoing.end(body);
  });
}
