import type { IncomingMessage } from 'node:http';
import type { GateRefusal } from '../auth/admission.ts';

export type Body =
  { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'refused'; readonly refusal: GateRefusal };

const refused = (status: GateRefusal['status'], reason: string): Body => ({ kind: 'refused', refusal: { status, reason } });

/**
 * Reads a JSON body of at most `limit` bytes as they are on the wire, within `withinMs`. Nothing is inflated, nothing is kept
 * beyond the limit, nothing is parsed before it is complete.
 */
export async function readJson(
  request: IncomingMessage,
  options: { readonly limit: number; readonly withinMs: number },
): Promise<Body> {
  const bytes = await collect(request, options);
  if (!Buffer.isBuffer(bytes)) return bytes;
  try {
    return { kind: 'json', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return refused(400, 'json');
  }
}

function collect(request: IncomingMessage, { limit, withinMs }: { limit: number; withinMs: number }): Promise<Buffer | Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (outcome: Buffer | Body): void => {
      clearTimeout(patience);
      request.off('data', take).off('end', complete).off('error', broken).off('close', broken);
      // The caller answers and closes the connection; what still comes in meanwhile is thrown away by Node.
      if (!Buffer.isBuffer(outcome)) request.pause();
      resolve(outcome);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) finish(refused(413, 'too-large'));
      else chunks.push(chunk);
    };
    const complete = (): void => finish(Buffer.concat(chunks, size));
    const broken = (): void => finish(refused(400, 'broken-off'));
    const patience = setTimeout(() => finish(refused(408, 'too-slow')), withinMs);
    request.on('data', take).on('end', complete).on('error', broken).on('close', broken);
  });
}
