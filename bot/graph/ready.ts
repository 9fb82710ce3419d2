import type { Graph } from './client.ts';
import { settleBy, within } from './deadline.ts';
import type { FailureReason } from './part.ts';
import { excessPermissions, missingPermissions, type ReaderPermission } from './permissions.ts';

/** Whether Entra gives the reader a token now; a token in memory answers at once. Graph itself is not asked. */
export async function graphReady(graph: Graph, deadlineMs = 5_000): Promise<'ok' | FailureReason> {
  const token = graph.tokens.get().then(
    () => 'ok' as const,
    () => 'unavailable' as const,
  );
  return settleBy<'ok' | FailureReason>(token, within(deadlineMs), () => 'timed-out');
}

/** For the start-up log: what the token lacks of the reader's permissions, and what it has that a reader should not. */
export async function grantedPermissions(graph: Graph): Promise<{ missing: readonly ReaderPermission[]; excess: readonly string[] } | 'could-not-check'> {
  try {
    const token = await graph.tokens.get();
    return { missing: missingPermissions(token), excess: excessPermissions(token) };
  } catch {
    return 'could-not-check';
  }
}
