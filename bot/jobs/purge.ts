import type { WorkerLog } from './worker.ts';

/** The hourly chore: deletes what has been kept long enough, and says how much it was. */
export function purgeChore(store: { purge(): Promise<object> }, log?: WorkerLog): () => Promise<void> {
  return async () => {
    const purged = await store.purge();
    if (Object.values(purged).some((count) => count !== 0)) log?.info(purged, 'Deleted what was kept long enough');
  };
}
