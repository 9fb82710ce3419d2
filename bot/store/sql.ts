/**
 * The one small port under the memory: two engines, one dialect of SQL. Values always travel as parameters; a moment is
 * an ISO text on its way in and a `Date` on its way out, bytes are a `Uint8Array` both ways.
 */
export type Param = string | number | boolean | null | Uint8Array | readonly string[];

export interface Queryable {
  /** One statement. Its rows; a writing statement tells what it touched by RETURNING. */
  query<Row = Record<string, unknown>>(text: string, params?: readonly Param[]): Promise<Row[]>;
  /** Several statements without parameters (migrations, the queue's own upkeep); the rows of all of them together. */
  script(text: string): Promise<Record<string, unknown>[]>;
}

export interface Sql extends Queryable {
  readonly engine: 'pglite' | 'postgres';
  /**
   * Runs `work` in one transaction and commits when it resolves. Only statements on `tx` belong in it: on PGlite there
   * is a single connection, and everybody else waits for it meanwhile, so never a network call either.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What the memory tells an operator about itself: a sentence and a few plain values, never a person's data. */
export interface StoreLog {
  info(data: object, text: string): void;
  warn(data: object, text: string): void;
  error(data: object, text: string): void;
}

export const silentLog: StoreLog = { info() {}, warn() {}, error() {} };

/** The SQLSTATE of a database error, e.g. `23505` for a unique violation; both drivers call it `code`. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}
