import type { ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import { reply } from '../reply.ts';

/** GET /metrics: Prometheus text. Numbers only; no label names a person, a conversation or a case. */
export async function metricsRoute(registry: Registry, response: ServerResponse): Promise<void> {
  const text = await registry.metrics();
  reply(response, 200, { 'content-type': registry.contentType }, text);
}
