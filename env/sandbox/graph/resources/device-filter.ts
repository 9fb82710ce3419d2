import type { Row } from '../odata/filter-match.ts';

const clausePattern = /^device\.(\w+)\s+-(eq|ne|startsWith|notStartsWith|in|notIn)\s+(.+)$/i;

/** `"a"`, `True`, `["a","b"]` as texts. */
const valuesOf = (text: string): string[] =>
  [...text.matchAll(/"([^"]*)"|\b(true|false)\b/gi)].map((match) => (match[1] ?? match[2] ?? '').toLowerCase());

/** An attribute a device does not have is null: positive clauses never hold for it, negative ones always do. */
function clauseHolds(clause: string, device: Row): boolean {
  const [, name = '', operator = '', text = ''] = clausePattern.exec(clause.trim().replace(/^\(|\)$/g, '')) ?? [];
  const value = device[name];
  const given = typeof value === 'string' ? value.toLowerCase() || null : typeof value === 'boolean' ? String(value) : null;
  const wanted = valuesOf(text);
  switch (operator.toLowerCase()) {
    case 'eq':
    case 'in':
      return given !== null && wanted.includes(given);
    case 'ne':
    case 'notin':
      return given === null || !wanted.includes(given);
    case 'startswith':
      return given !== null && wanted.some((start) => given.startsWith(start));
    case 'notstartswith':
      return given === null || !wanted.some((start) => given.startsWith(start));
    default:
      return false;
  }
}

/**
 * Whether a device fits a Conditional Access device filter, clauses joined by `-and` and `-or` without deeper nesting.
 * @see https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices
 */
export const filterRuleHolds = (rule: string, device: Row): boolean =>
  rule.split(/\s+-or\s+/i).some((side) => side.split(/\s+-and\s+/i).every((clause) => clauseHolds(clause, device)));
