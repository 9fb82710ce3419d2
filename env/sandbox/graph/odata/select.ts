import { badRequest } from '../errors.ts';
import type { TypeRule } from '../rules/type-rule.ts';
import type { Row } from './filter-match.ts';

/** Names that beta answers carry besides those of v1.0. */
export type Extras = readonly string[];

/**
 * The properties an answer shows of a row: those asked for, or all but the ones that must be asked for.
 * @throws GraphError 400 when `$select` names something the type does not have
 */
export function project(row: Row, rule: TypeRule, select: readonly string[] | undefined, extras: Extras = []): Row {
  const shown: Row = {};
  if (select) {
    if (row['@odata.type'] !== undefined) shown['@odata.type'] = row['@odata.type'];
    for (const name of select) {
      if (name === '*') return { ...row };
      if (row[name] !== undefined) shown[name] = row[name];
    }
    return shown;
  }
  for (const [name, value] of Object.entries(row)) {
    if (value === undefined || rule.onlyOnSelect.has(name)) continue;
    if (name.startsWith('@') || rule.declared.has(name) || extras.includes(name)) shown[name] = value;
  }
  return shown;
}

/** Reads `$select`; names are checked against the type. */
export function readSelect(query: URLSearchParams, rule: TypeRule, extras: Extras = []): readonly string[] | undefined {
  const text = query.get('$select');
  if (!text) return undefined;
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  for (const name of names) {
    if (name !== '*' && !rule.declared.has(name) && !extras.includes(name)) {
      throw badRequest(
        rule.family,
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${rule.name}'.`,
      );
    }
  }
  return names;
}
