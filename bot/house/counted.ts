import type { Metrics } from '../metrics.ts';
import type { Chores, GatherJob, JobOutcome, PresentJob } from '../jobs/queue.ts';

/** The chores, counted by outcome. */
export function countedChores(chores: Chores, metrics: Metrics): Chores {
  const counted =
    <Job>(chore: string, run: (job: Job) => Promise<JobOutcome>) =>
    async (job: Job): Promise<JobOutcome> => {
      try {
        const outcome = await run(job);
        metrics.jobs.inc({ chore, outcome: outcome ? outcome.kind : 'done' });
        return outcome;
      } catch (error) {
        metrics.jobs.inc({ chore, outcome: 'failed' });
        throw error;
      }
    };
  return { ...chores, gather: counted('gather', (job: GatherJob) => chores.gather(job)), present: counted('present', (job: PresentJob) => chores.present(job)) };
}

/** `fetch` for the Graph window, counted and timed: `batch`, or `single` for a call of its own. */
export function countedFetch(metrics: Metrics): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const service = address.includes('/$batch') ? 'batch' : 'single';
    const stop = metrics.graphSeconds.startTimer({ service });
    try {
      const response = await fetch(input, init);
      metrics.graphCalls.inc({ service, outcome: `${Math.floor(response.status / 100)}xx` });
      return response;
    } catch (error) {
      metrics.graphCalls.inc({ service, outcome: 'no-answer' });
      throw error;
    } finally {
      stop();
    }
  };
}
