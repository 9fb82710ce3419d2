import { GraphError } from './errors.ts';
import type { Operation, Version } from './operation.ts';

interface Route {
  readonly op: Operation;
  readonly method: string;
  readonly pattern: RegExp;
}

/** `GET /users/{id}/managedDevices` → a pattern with one group per variable; Graph's paths ignore case. */
function routeOf(op: Operation): Route {
  const [method = '', path = ''] = op.id.split(' ');
  const pattern = path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^}]+\}/g, "([^/'()]+)");
  return { op, method, pattern: new RegExp(`^${pattern}/?$`, 'i') };
}

export type Find = (version: Version, method: string, path: string) => { op: Operation; params: string[] };

/** @returns a finder that throws Graph's own errors for unknown paths and wrong verbs. */
export function createRouter(operations: readonly Operation[]): Find {
  // fixed words before variables, so that /devices/delta is not taken for an id
  const routes = operations.map(routeOf).sort((a, b) => a.op.id.split('{').length - b.op.id.split('{').length);
  return (version, method, path) => {
    const here = routes.filter((route) => route.op.versions.includes(version) && route.pattern.test(path));
    const route = here.find((candidate) => candidate.method === method);
    if (route) return { op: route.op, params: (route.pattern.exec(path) ?? []).slice(1) };
    if (here.length > 0) {
      throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
    }
    const segment = path.split('/').findLast((part) => part !== '') ?? '';
    throw new GraphError(400, 'BadRequest', `Resource not found for the segment '${segment}'.`);
  };
}
