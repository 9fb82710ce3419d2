import type { ServerResponse } from 'node:http';
import { inTime } from '../in-time.ts';
import { reply } from '../reply.ts';

/** Answers whether a part the bot cannot do without is usable now. A rejection counts as no. */
export type ReadyCheck = () => Promise<boolean>;

const answer = (response: ServerResponse, status: number, body: unknown): void =>
  reply(response, status, { 'content-type': 'application/json', 'cache-control': 'no-store' }, JSON.stringify(body));

/** GET /healthz: the process lives and answers. */
export const healthRoute = (response: ServerResponse): void => answer(response, 200, { status: 'alive' });

/**
 * GET /readyz: every part by name. The checks run at most every `keptMs`, whoever asks how often, and each within 2 s.
 */
export function readyRoute(
  checks: Readonly<Record<string, ReadyCheck>>,
  options: { readonly isStopping: () => boolean; readonly keptMs?: number; readonly withinMs?: number },
): (response: ServerResponse) => Promise<void> {
  let kept: { readonly until: number; readonly results: Promise<readonly (readonly [string, boolean])[]> } | undefined;
  const look = () =>
    Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        const usable = await inTime(
          check().catch(() => false),
          options.withinMs ?? 2_000,
          () => false,
        );
        return [name, usable] as const;
      }),
    );
  return async (response) => {
    if (kept === undefined || kept.until < Date.now()) kept = { until: Date.now() + (options.keptMs ?? 3_000), results: look() };
    const results = await kept.results;
    const isReady = !options.isStopping() && results.every(([, usable]) => usable);
    const parts = Object.fromEntries(results.map(([name, usable]) => [name, usable ? 'usable' : 'not usable']));
    answer(response, isReady ? 200 : 503, {
      status: options.isStopping() ? 'stopping' : isReady ? 'ready' : 'not ready',
      ...parts,
    });
  };
}
