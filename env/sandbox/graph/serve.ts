import type { Contoso } from '../contoso/contoso.ts';
import { checkAccess } from './access.ts';
import type { Caller } from './caller.ts';
import { GraphError } from './errors.ts';
import { Reply, type Call, type Licence, type Version } from './operation.ts';
import { operations } from './resources/index.ts';
import { createRouter } from './router.ts';
import type { Throttle } from './throttle.ts';
import { unitsOf } from './throttle.ts';

/** What a Graph request needs of the tenant it meets. */
export interface GraphWorld {
  readonly contoso: () => Contoso;
  readonly now: () => Date;
  readonly origin: () => string;
  readonly throttle: Throttle;
  readonly removedPermissions: () => ReadonlySet<string>;
  readonly logDelayMinutes: () => number;
  readonly licence: () => Licence;
}

/** One request, or one part of a batch, with the version already taken off the path. */
export interface GraphRequest {
  readonly version: Version;
  readonly method: string;
  /** Still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly caller: Caller;
  readonly emptyFirstPage?: boolean;
}

export type Serve = (request: GraphRequest) => Promise<Reply>;

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new GraphError(400, 'BadRequest', 'Bad Request - Error in URL');
  }
}

/** @returns a function that answers one Graph request or throws GraphError. */
export function createServe(world: GraphWorld): Serve {
  const find = createRouter(operations);
  return async (request) => {
    const path = decodePath(request.path);
    if (request.caller.kind === 'none') throw new GraphError(401, 'InvalidAuthenticationToken', 'Access token is empty.');
    const { op, params } = find(request.version, request.method, path);
    const now = world.now();
    const write = request.method !== 'GET' && !op.answersReads;
    world.throttle.count(op.service, request.caller, { method: request.method, path, query: request.query, write });
    checkAccess(op, request.caller, params, world.contoso(), now, world.removedPermissions());
    const call: Call = {
      contoso: world.contoso(),
      now,
      caller: request.caller,
      version: request.version,
      method: request.method,
      path,
      params,
      query: request.query,
      headers: request.headers,
      body: request.body,
      origin: world.origin(),
      logDelayMinutes: world.logDelayMinutes(),
      removedPermissions: world.removedPermissions(),
      emptyFirstPage: request.emptyFirstPage ?? false,
      licence: world.licence(),
    };
    const answer = await op.answer(call);
    const reply = answer instanceof Reply ? answer : new Reply(200, answer);
    if (op.service === 'identity') reply.headers['x-ms-resource-unit'] = String(unitsOf(request.method, path, request.query));
    return reply;
  };
}
