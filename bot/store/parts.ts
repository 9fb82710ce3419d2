import type { Clock } from '../cases/ports.ts';
import type { StoreQueue } from './queue.ts';
import type { Sealer } from './seal.ts';
import type { Sql } from './sql.ts';

/** What the files of this room share. */
export interface StoreParts {
  readonly sql: Sql;
  readonly sealer: Sealer;
  readonly queue: StoreQueue;
  readonly clock: Clock;
  /** Makes opaque ids. */
  readonly newId: () => string;
}
