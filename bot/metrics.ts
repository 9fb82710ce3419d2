import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/**
 * What the bot counts, in a registry of its own. Labels are small closed sets: never a person, a conversation or a case.
 * `withProcess` adds Node's own figures (memory, event loop), which start timers of their own.
 */
export function createMetrics(options: { readonly withProcess?: boolean } = {}) {
  const registry = new Registry();
  if (options.withProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
  return {
    registry,
    http: new Counter({
      name: 'helpdesk_http_requests_total',
      help: 'HTTP answers by route and status.',
      labelNames: ['route', 'status'] as const,
      registers,
    }),
    gateRefusals: new Counter({
      name: 'helpdesk_gate_refusals_total',
      help: 'Requests refused before they reached the conversation, by reason.',
      labelNames: ['reason'] as const,
      registers,
    }),
    turns: new Counter({
      name: 'helpdesk_turns_total',
      help: 'Turns by kind and how they ended.',
      labelNames: ['kind', 'outcome'] as const,
      registers,
    }),
    turnSeconds: new Histogram({
      name: 'helpdesk_turn_seconds',
      help: 'From the request to the end of its turn.',
      labelNames: ['kind'] as const,
      buckets: seconds,
      registers,
    }),
    turnsInFlight: new Gauge({ name: 'helpdesk_turns_in_flight', help: 'Turns being carried out now.', registers }),
    sends: new Counter({
      name: 'helpdesk_sends_total',
      help: "Calls to Teams' connector by operation and outcome.",
      labelNames: ['operation', 'outcome'] as const,
      registers,
    }),
    sendSeconds: new Histogram({
      name: 'helpdesk_send_seconds',
      help: 'From wanting to send to the outcome, waiting included.',
      labelNames: ['operation'] as const,
      buckets: seconds,
      registers,
    }),
    jobs: new Counter({
      name: 'helpdesk_jobs_total',
      help: 'Jobs by chore and outcome.',
      labelNames: ['chore', 'outcome'] as const,
      registers,
    }),
    graphCalls: new Counter({
      name: 'helpdesk_graph_calls_total',
      help: 'Calls to Graph by service and outcome.',
      labelNames: ['service', 'outcome'] as const,
      registers,
    }),
    graphSeconds: new Histogram({
      name: 'helpdesk_graph_seconds',
      help: 'Duration of calls to Graph.',
      labelNames: ['service'] as const,
      buckets: seconds,
      registers,
    }),
  };
}
