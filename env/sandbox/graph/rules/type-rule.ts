/** The service behind a type: each words its errors in its own way. */
export type Family = 'directory' | 'reports' | 'conditionalAccess' | 'intune' | 'authentication';

/** What a query may do with one Graph type. */
export interface TypeRule {
  readonly name: string;
  readonly family: Family;
  readonly declared: ReadonlySet<string>;
  /** Property (or `path/inside`) → operators that `$filter` accepts on it. */
  readonly filterable: ReadonlyMap<string, ReadonlySet<string>>;
  /** Withheld unless `$select` names them. */
  readonly onlyOnSelect: ReadonlySet<string>;
  readonly sortable: ReadonlySet<string>;
}

interface Columns {
  /** Operators → the properties that take them; both are lists parted by spaces. */
  filterable?: Record<string, string>;
  plain?: string;
  /** Operators → paths into complex properties, e.g. `status/errorCode`. */
  paths?: Record<string, string>;
  onlyOnSelect?: string;
  sortable?: string;
}

const words = (text: string | undefined): string[] => (text ? text.trim().split(/\s+/) : []);

/** `/$count eq 0` is one operator of two words; it is kept as `/$count`. */
const operators = (text: string): Set<string> => new Set(words(text.replaceAll(/\/\$count (eq|ne) 0/g, '/$count')));

/** Writes a type down in columns; every property that is not plain may be filtered by. */
export function typeRule(name: string, family: Family, columns: Columns): TypeRule {
  const filterable = new Map<string, Set<string>>();
  const declared = new Set(words(columns.plain));
  for (const [ops, names] of Object.entries(columns.filterable ?? {})) {
    for (const property of words(names)) {
      declared.add(property);
      filterable.set(property, operators(ops));
    }
  }
  for (const [ops, paths] of Object.entries(columns.paths ?? {})) {
    for (const path of words(paths)) filterable.set(path, operators(ops));
  }
  return {
    name,
    family,
    declared,
    filterable,
    onlyOnSelect: new Set(words(columns.onlyOnSelect)),
    sortable: new Set(words(columns.sortable)),
  };
}
