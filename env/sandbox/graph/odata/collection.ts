import { badRequest, unsupportedQuery } from '../errors.ts';
import { Reply, type Call } from '../operation.ts';
import type { TypeRule } from '../rules/type-rule.ts';
import { checkFilter } from './filter-check.ts';
import { matches, type Row } from './filter-match.ts';
import { FilterSyntaxError, parseFilter, type Filter } from './filter-parse.ts';
import { project, readSelect, type Extras } from './select.ts';

export interface PageRules {
  readonly defaultPage?: number;
  readonly maxPage?: number;
  /** Beta properties. */
  readonly extras?: Extras;
  /** Set where the service pages but does not sort or filter. */
  readonly filter?: boolean;
  /** A last touch on each row that is shown. */
  readonly polish?: (row: Row) => Row;
}

const knownOptions = new Set([
  '$filter',
  '$select',
  '$top',
  '$orderby',
  '$count',
  '$skiptoken',
  '$expand',
  '$search',
  '$format',
  '$skip',
]);

function readFilter(call: Call, rule: TypeRule): Filter | undefined {
  const text = call.query.get('$filter');
  if (text === null) return undefined;
  let filter: Filter;
  try {
    filter = parseFilter(text);
  } catch (cause) {
    if (cause instanceof FilterSyntaxError) throw badRequest(rule.family, cause.message);
    throw cause;
  }
  const advanced = checkFilter(filter, rule);
  if (advanced && !isAdvanced(call)) throw unsupportedQuery("The query needs 'ConsistencyLevel: eventual' and '$count=true'.");
  return filter;
}

/** Both are needed for the directory's advanced queries; each alone does nothing. */
const isAdvanced = (call: Call): boolean =>
  call.headers['consistencylevel']?.toLowerCase() === 'eventual' && call.query.get('$count') === 'true';

function readTop(call: Call, rule: TypeRule, rules: PageRules): number {
  const text = call.query.get('$top');
  const max = rules.maxPage ?? 999;
  if (text === null) return rules.defaultPage ?? 100;
  const top = Number(text);
  if (!Number.isInteger(top) || top < 1 || top > max) {
    throw badRequest(rule.family, `Invalid page size specified: '${text}'. Must be between 1 and ${max} inclusive.`);
  }
  return top;
}

function sorted(rows: readonly Row[], call: Call, rule: TypeRule): readonly Row[] {
  const text = call.query.get('$orderby');
  if (text === null) return rows;
  const [name = '', direction = 'asc'] = text.trim().split(/\s+/);
  if (!rule.sortable.has(name))
    throw unsupportedQuery(`Sorting by property '${name}' is not supported for resource '${rule.name}'.`);
  if (rule.family === 'directory' && call.query.has('$filter') && !isAdvanced(call)) {
    throw unsupportedQuery("'$orderby' with '$filter' needs 'ConsistencyLevel: eventual' and '$count=true'.");
  }
  const sign = direction === 'desc' ? -1 : 1;
  const key = (row: Row): string => String((row[name] as string | null | undefined) ?? '');
  return [...rows].sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const encodeToken = (offset: number): string => Buffer.from(JSON.stringify({ o: offset })).toString('base64url');

function decodeToken(token: string | null, rule: TypeRule): number {
  if (token === null) return 0;
  try {
    const { o } = JSON.parse(Buffer.from(token, 'base64url').toString()) as { o: unknown };
    if (typeof o === 'number') return o;
  } catch {
    // falls through: an invented token is a bad request
  }
  throw badRequest(rule.family, 'Invalid skip token.');
}

/** Answers a list: filtered, sorted, cut into pages that are linked by absolute addresses. */
export function collection(call: Call, rule: TypeRule, rows: readonly Row[], rules: PageRules = {}): object {
  for (const option of call.query.keys()) {
    if (option.startsWith('$') && !knownOptions.has(option))
      throw badRequest(rule.family, `The query parameter '${option}' is not supported.`);
  }
  if (call.query.has('$search')) throw unsupportedQuery("'$search' is not supported here.");
  if (rules.filter === false && call.query.has('$filter'))
    throw unsupportedQuery(`Filtering is not supported for resource '${rule.name}'.`);
  const filter = readFilter(call, rule);
  const select = readSelect(call.query, rule, rules.extras);
  const top = readTop(call, rule, rules);
  const found = sorted(filter ? rows.filter((row) => matches(filter, row)) : rows, call, rule);
  const token = call.query.get('$skiptoken');
  const offset = decodeToken(token, rule);
  const emptyPage = call.emptyFirstPage && token === null;
  const page = emptyPage ? [] : found.slice(offset, offset + top);
  const next = emptyPage ? 0 : offset + top;
  const polish = rules.polish ?? ((row: Row): Row => row);
  const answer: Row = { '@odata.context': `${call.origin}/${call.version}/$metadata#${call.path.slice(1)}` };
  if (isAdvanced(call) && rule.family === 'directory' && token === null) answer['@odata.count'] = found.length;
  if (emptyPage || next < found.length) answer['@odata.nextLink'] = nextLink(call, next);
  answer['value'] = page.map((row) => polish(project(row, rule, select, rules.extras)));
  return answer;
}

function nextLink(call: Call, offset: number): string {
  const query = new URLSearchParams(call.query);
  query.set('$skiptoken', encodeToken(offset));
  const text = [...query].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${call.origin}/${call.version}${encodeURI(call.path)}?${text}`;
}

/** Answers `/$count`: a number as text, only for advanced queries. */
export function count(call: Call, rule: TypeRule, rows: readonly Row[]): Reply {
  if (call.headers['consistencylevel']?.toLowerCase() !== 'eventual')
    throw unsupportedQuery("'/$count' needs 'ConsistencyLevel: eventual'.");
  const filter = readFilter({ ...call, query: withCount(call.query) }, rule);
  return new Reply(200, String(filter ? rows.filter((row) => matches(filter, row)).length : rows.length));
}

function withCount(query: URLSearchParams): URLSearchParams {
  const copy = new URLSearchParams(query);
  copy.set('$count', 'true');
  return copy;
}

/** Answers one object. */
export function single(call: Call, rule: TypeRule, row: Row, rules: PageRules = {}): object {
  const shown = project(row, rule, readSelect(call.query, rule, rules.extras), rules.extras);
  return {
    '@odata.context': `${call.origin}/${call.version}/$metadata#${call.path.slice(1)}/$entity`,
    ...(rules.polish ?? ((r: Row): Row => r))(shown),
  };
}
