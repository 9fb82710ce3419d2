import { unsupportedQuery } from '../errors.ts';
import type { TypeRule } from '../rules/type-rule.ts';
import type { Filter } from './filter-parse.ts';

/** Operators of the directory that run on its slower index and need `ConsistencyLevel: eventual` with `$count=true`. */
const advancedOperators = new Set(['ne', 'not', 'endsWith', '/$count']);

/**
 * Refuses what the type does not support.
 * @returns whether the filter is an advanced query of the directory
 * @throws GraphError 400 `Request_UnsupportedQuery`
 * @see https://learn.microsoft.com/graph/aad-advanced-queries
 */
export function checkFilter(filter: Filter, rule: TypeRule): boolean {
  let advanced = false;

  const demand = (path: string, operator: string): void => {
    if (!rule.filterable.get(path)?.has(operator)) {
      throw unsupportedQuery(
        `Unsupported or invalid query filter clause specified for property '${path}' of resource '${rule.name}'.`,
      );
    }
    if (advancedOperators.has(operator)) advanced = true;
  };

  /** `or` joins only where the service says so: Intune wants it named per property. */
  const demandOr = (side: Filter): void => {
    if (rule.family !== 'intune') return;
    if (side.kind === 'compare' && !rule.filterable.get(side.path)?.has('or')) {
      throw unsupportedQuery(`Property '${side.path}' of resource '${rule.name}' cannot be joined with 'or'.`);
    }
  };

  function visit(node: Filter, prefix: { variable: string; path: string } | undefined, negated = false): void {
    const full = (path: string): string => {
      if (!prefix) return path;
      if (path === prefix.variable) return prefix.path;
      return path.startsWith(`${prefix.variable}/`) ? `${prefix.path}${path.slice(prefix.variable.length)}` : path;
    };
    switch (node.kind) {
      case 'and':
      case 'or':
        if (node.kind === 'or') {
          demandOr(node.left);
          demandOr(node.right);
        }
        visit(node.left, prefix, negated);
        visit(node.right, prefix, negated);
        return;
      case 'not':
        if (rule.family !== 'directory') throw unsupportedQuery(`'not' is not supported for resource '${rule.name}'.`);
        advanced = true;
        visit(node.of, prefix, true);
        return;
      case 'compare':
        if (negated) demand(full(node.path), 'not');
        if (node.path.endsWith('/$count')) demand(node.path.slice(0, -'/$count'.length), '/$count');
        else demand(full(node.path), node.operator);
        return;
      case 'in':
        if (negated) demand(full(node.path), 'not');
        demand(full(node.path), 'in');
        return;
      case 'function':
        if (negated) demand(full(node.path), 'not');
        demand(full(node.path), node.name);
        return;
      case 'any':
        visit(node.of, { variable: node.variable, path: node.path }, negated);
        return;
    }
  }

  visit(filter, undefined);
  return advanced && rule.family === 'directory';
}
