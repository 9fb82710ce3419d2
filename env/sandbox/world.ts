import { createClock, type SandboxClock } from './control/clock.ts';
import { createFaults, type Faults } from './control/faults.ts';
import { createLog, type RequestLog } from './control/log.ts';
import type { Contoso } from './contoso/contoso.ts';
import { seedContoso } from './contoso/seed.ts';
import type { Licence } from './graph/operation.ts';
import { createThrottle, type Throttle } from './graph/throttle.ts';
import { createRandom } from './contoso/random.ts';

/** Everything that a running sandbox knows and a test may turn. */
export interface World {
  readonly clock: SandboxClock;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly throttle: Throttle;
  readonly random: () => number;
  contoso: Contoso;
  /** Moment the data is dated from. */
  seededAt: Date;
  removedPermissions: ReadonlySet<string>;
  logDelayMinutes: number;
  licence: Licence;
  readonly clientCertificate: string | undefined;
  /** `https://localhost:port`, known once the server listens. */
  origin: string;
  /** Back to the first minute: data, clock, faults, log, permissions. */
  reset(): void;
}

export const defaultLogDelayMinutes = 3;

export interface WorldOptions {
  readonly clock?: () => Date;
  readonly seed: number;
  readonly throttling: boolean;
  readonly clientCertificate?: string;
}

export function createWorld(options: WorldOptions): World {
  const clock = createClock(options.clock);
  const seededAt = clock.now();
  const throttle = createThrottle(() => clock.throttleSeconds());
  throttle.enabled = options.throttling;
  const world: World = {
    clock,
    faults: createFaults(),
    log: createLog(),
    throttle,
    random: createRandom(options.seed),
    contoso: seedContoso(seededAt, options.seed),
    seededAt,
    removedPermissions: new Set(),
    logDelayMinutes: defaultLogDelayMinutes,
    licence: 'P1',
    clientCertificate: options.clientCertificate,
    origin: '',
    reset() {
      clock.reset();
      world.faults.clear();
      world.log.clear();
      throttle.reset();
      throttle.enabled = options.throttling;
      world.removedPermissions = new Set();
      world.logDelayMinutes = defaultLogDelayMinutes;
      world.licence = 'P1';
      world.seededAt = clock.now();
      world.contoso = seedContoso(world.seededAt, options.seed);
    },
  };
  return world;
}
