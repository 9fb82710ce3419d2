import type { Comparison, Filter, Literal } from './filter-parse.ts';

/** A Graph object as data. */
export type Row = Record<string, unknown>;

function valueAt(row: unknown, path: string): unknown {
  let value = row;
  for (const step of path.split('/')) {
    if (step === '$count') return Array.isArray(value) ? value.length : 0;
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Row)[step];
  }
  return value;
}

/** Directory texts compare without regard to case; moments compare as moments. */
function order(left: unknown, right: Literal): number | undefined {
  if (left === undefined || left === null) return right === null ? 0 : undefined;
  if (right === null) return undefined;
  if (right instanceof Date) return typeof left === 'string' ? new Date(left).getTime() - right.getTime() : undefined;
  if (typeof right === 'string') {
    if (typeof left !== 'string') return undefined;
    const [a, b] = [left.toLowerCase(), right.toLowerCase()];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (typeof left !== typeof right) return undefined;
  return Number(left) - Number(right);
}

function holds(operator: Comparison, compared: number | undefined): boolean {
  switch (operator) {
    case 'eq':
      return compared === 0;
    case 'ne':
      return compared !== 0;
    case 'gt':
      return compared !== undefined && compared > 0;
    case 'ge':
      return compared !== undefined && compared >= 0;
    case 'lt':
      return compared !== undefined && compared < 0;
    case 'le':
      return compared !== undefined && compared <= 0;
  }
}

function textHolds(name: 'startsWith' | 'endsWith' | 'contains', value: unknown, wanted: string): boolean {
  if (typeof value !== 'string') return false;
  const [a, b] = [value.toLowerCase(), wanted.toLowerCase()];
  return name === 'startsWith' ? a.startsWith(b) : name === 'endsWith' ? a.endsWith(b) : a.includes(b);
}

/** Whether the row passes. `scope` carries the variable of an enclosing `any(x:…)`. */
export function matches(filter: Filter, row: unknown, scope?: { variable: string; item: unknown }): boolean {
  const read = (path: string): unknown => {
    if (!scope) return valueAt(row, path);
    if (path === scope.variable) return scope.item;
    return path.startsWith(`${scope.variable}/`)
      ? valueAt(scope.item, path.slice(scope.variable.length + 1))
      : valueAt(row, path);
  };
  switch (filter.kind) {
    case 'and':
      return matches(filter.left, row, scope) && matches(filter.right, row, scope);
    case 'or':
      return matches(filter.left, row, scope) || matches(filter.right, row, scope);
    case 'not':
      return !matches(filter.of, row, scope);
    case 'compare':
      return holds(filter.operator, order(read(filter.path), filter.value));
    case 'in':
      return filter.values.some((value) => order(read(filter.path), value) === 0);
    case 'function':
      return textHolds(filter.name, read(filter.path), filter.value);
    case 'any': {
      const items = read(filter.path);
      return Array.isArray(items) && items.some((item) => matches(filter.of, row, { variable: filter.variable, item }));
    }
  }
}
