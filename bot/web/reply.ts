import type { ServerResponse } from 'node:http';

/** Ends a request. restify's `writeHead` gives nothing to chain on, and its formatters would have their say in `send`. */
export function reply(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body = ''): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(body);
}
