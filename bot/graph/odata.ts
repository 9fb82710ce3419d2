/** A string literal of an OData filter: quotes doubled. The whole filter is percent-encoded later by `query`. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A moment as filters want it, whole seconds in UTC. */
export const moment = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

export const hoursBefore = (at: Date, hours: number): Date => new Date(at.getTime() - hours * 3_600_000);

/** `?$select=…&$filter=…` with every value encoded: the Graph client itself would let `&`, `#` and `+` cut the query. */
export function query(options: { select?: string; filter?: string; top?: number }): string {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `?${given.map(([name, value]) => `$${name}=${encodeURIComponent(value)}`).join('&')}`;
}

/** Conditions joined by `or`, in brackets when there are several. */
export const anyOf = (conditions: readonly string[]): string => (conditions.length === 1 ? conditions[0]! : `(${conditions.join(' or ')})`);

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const zeros = '00000000-0000-0000-0000-000000000000';

/** Lower-case object and device ids without repetitions; what is no id (or Intune's all-zero one) is left out. */
export function ids(given: Iterable<string | null | undefined>): string[] {
  const lower = [...given].map((id) => id?.trim().toLowerCase() ?? '');
  return [...new Set(lower)].filter((id) => guid.test(id) && id !== zeros);
}

/** Members declared after an enum's sentinel arrive only with this header (report-only results, risk remediation). */
export const knowsNewEnumMembers = { Prefer: 'include-unknown-enum-members' } as const;
