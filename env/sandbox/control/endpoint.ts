import { freshCapture } from '../captures.ts';
import type { Answer, Incoming } from '../http/exchange.ts';
import { cast } from '../people.ts';
import type { World } from '../world.ts';
import { obey, OrderError } from './orders.ts';
import { describe } from './state.ts';

const json = (status: number, body: unknown): Answer => ({ status, headers: {}, body });

/** Answers the addresses by which tests and developers steer the sandbox. They are not in the log and never meet a fault. */
export function answerControl(world: World, incoming: Incoming): Answer | undefined {
  const route = `${incoming.method} ${incoming.pathname}`;
  switch (route) {
    case 'GET /_log':
      return json(200, world.log.all());
    case 'DELETE /_log':
      world.log.clear();
      return json(200, []);
    case 'POST /_reset':
      world.reset();
      return json(200, describe(world));
    case 'GET /_state':
      return json(200, describe(world));
    case 'POST /_fault':
      return order(world, incoming.body);
    case 'DELETE /_fault':
      world.faults.clear();
      return json(200, describe(world));
    case 'GET /_captures':
      return json(
        200,
        cast.map(({ slug, causeId, name, upn, deviceName, story }) => ({ slug, causeId, name, upn, deviceName, story })),
      );
    default:
      return capture(world, route);
  }
}

function order(world: World, body: string): Answer {
  try {
    obey(world, JSON.parse(body === '' ? '{}' : body) as unknown);
    return json(200, describe(world));
  } catch (error) {
    if (error instanceof OrderError || error instanceof SyntaxError) return json(400, { error: error.message });
    throw error;
  }
}

/** A capture is plain text, dated as if the person had just run the command. */
function capture(world: World, route: string): Answer | undefined {
  const slug = /^GET \/_captures\/([a-z-]+)(?:\.txt)?$/.exec(route)?.[1];
  if (slug === undefined) return undefined;
  const text = freshCapture(slug, { now: world.clock.now(), seededAt: world.seededAt });
  return text === undefined
    ? json(404, { error: `no capture '${slug}'` })
    : { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text };
}
