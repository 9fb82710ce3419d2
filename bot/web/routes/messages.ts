import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRefusal, maxBodyBytes, refuseBody, refuseHead, type GateRefusal, type GateRules } from '../../auth/admission.ts';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { TeamsAdapter } from '../adapter.ts';
import { readJson } from '../read-body.ts';
import { reply } from '../reply.ts';
import type { Talk } from '../talk.ts';

const bodyWithinMs = 10_000;

/** Teams itself sends no message of that size; whoever tries the bot with one learns why nothing comes back. */
const tooLarge = 'The message is larger than 256 KiB, so it was not read. Send only the output of dsregcmd /status, or send it as a .txt file.';

/**
 * POST /api/messages: the gate, the body, the gate again, the signature, the conversation; each only when the one before was
 * content. Whoever is refused gets a status and nothing else
 * (for size, a sentence that is the same for everybody).
 */
export function messagesRoute(rooms: {
  readonly rules: GateRules;
  readonly adapter: Pick<TeamsAdapter, 'authenticate' | 'receive'>;
  readonly talk: Pick<Talk, 'hear'>;
  readonly isStopping: () => boolean;
  readonly log: Log;
  readonly metrics: Metrics;
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const refuse = (refusal: GateRefusal): void => {
      rooms.metrics.gateRefusals.inc({ reason: refusal.reason });
      rooms.log.info('A request was refused at the gate.', {
        reason: refusal.reason,
        status: refusal.status,
        address: request.socket.remoteAddress,
      });
      // What is left of the body is not worth a connection.
      const words = refusal.status === 413 ? tooLarge : '';
      reply(response, refusal.status, { connection: 'close', ...(words ? { 'content-type': 'text/plain; charset=utf-8' } : {}) }, words);
    };
    if (rooms.isStopping()) return refuse({ status: 503, reason: 'stopping' });
    const headRefusal = refuseHead({ method: request.method ?? '', headers: request.headersDistinct }, rooms.rules);
    if (headRefusal) return refuse(headRefusal);
    const body = await readJson(request, { limit: maxBodyBytes, withinMs: bodyWithinMs });
    if (body.kind === 'refused') return refuse(body.refusal);
    const activity = refuseBody(body.value, rooms.rules);
    if (isRefusal(activity)) return refuse(activity);
    const identity = await rooms.adapter.authenticate(activity, request.headers.authorization ?? '');
    if ('reason' in identity) return refuse(identity);
    const answer = await rooms.adapter.receive(identity, activity, (admitted) => rooms.talk.hear(admitted));
    const text = answer === undefined ? '' : JSON.stringify(answer.body);
    reply(response, answer?.status ?? 200, { 'content-type': 'application/json; charset=utf-8' }, text);
  };
}
