import type { World } from '../world.ts';
import { faultKinds, type FaultKind, type FaultOrder } from './faults.ts';

/** An order to the sandbox that makes no sense; the sentence goes back to whoever gave it. */
export class OrderError extends Error {}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readFault(order: Record<string, unknown>): FaultOrder {
  const fault = order['fault'];
  if (!faultKinds.includes(fault as FaultKind)) throw new OrderError(`fault must be one of ${faultKinds.join(', ')}`);
  const match = isRecord(order['match']) ? order['match'] : {};
  const number = (name: string): number | undefined => {
    const value = order[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'number' || value < 0) throw new OrderError(`${name} must be a number`);
    return value;
  };
  const path = match['path'];
  if (typeof path === 'string') {
    try {
      new RegExp(path);
    } catch {
      throw new OrderError('match.path must be a regular expression');
    }
  }
  const delayMs = number('delayMs');
  const times = number('times');
  return {
    fault: fault as FaultKind,
    match: {
      ...(typeof match['method'] === 'string' ? { method: match['method'] } : {}),
      ...(typeof path === 'string' ? { path } : {}),
    },
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(times === undefined ? {} : { times }),
  };
}

function turnClock(world: World, value: unknown): void {
  if (typeof value === 'number') return world.clock.advance(value);
  if (typeof value === 'string') {
    const minutes = /^[+-]\d+(\.\d+)?$/.exec(value);
    if (minutes) return world.clock.advance(Number(value));
    const moment = new Date(value);
    if (!Number.isNaN(moment.getTime())) return world.clock.set(moment);
  }
  throw new OrderError('clock must be a moment in ISO or minutes such as "+30"');
}

function changePermissions(world: World, value: unknown): void {
  if (!isRecord(value)) throw new OrderError('permissions must be { remove: […] } or { restore: […] }');
  const names = (key: string): string[] => (Array.isArray(value[key]) ? value[key].map(String) : []);
  const removed = new Set([...world.removedPermissions, ...names('remove')]);
  for (const name of names('restore')) removed.delete(name);
  world.removedPermissions = value['restore'] === 'all' ? new Set(names('remove')) : removed;
}

/**
 * Carries out one order of `POST /_fault`; several settings may come in one body.
 * @throws OrderError
 */
export function obey(world: World, order: unknown): void {
  if (!isRecord(order)) throw new OrderError('send a JSON object');
  let understood = false;
  if (order['fault'] !== undefined) {
    if (order['fault'] === 'none') world.faults.clear();
    else world.faults.add(readFault(order));
    understood = true;
  }
  if (order['permissions'] !== undefined) {
    changePermissions(world, order['permissions']);
    understood = true;
  }
  if (order['logDelayMinutes'] !== undefined) {
    const minutes = order['logDelayMinutes'];
    if (typeof minutes !== 'number' || minutes < 0) throw new OrderError('logDelayMinutes must be a number');
    world.logDelayMinutes = minutes;
    understood = true;
  }
  if (order['clock'] !== undefined) {
    turnClock(world, order['clock']);
    understood = true;
  }
  if (typeof order['throttling'] === 'boolean') {
    world.throttle.enabled = order['throttling'];
    understood = true;
  }
  if (order['licence'] !== undefined) {
    if (order['licence'] !== 'free' && order['licence'] !== 'P1') throw new OrderError('licence must be free or P1');
    world.licence = order['licence'];
    understood = true;
  }
  if (!understood) throw new OrderError('send fault, permissions, logDelayMinutes, clock, throttling or licence');
}
