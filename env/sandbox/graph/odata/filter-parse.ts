/** `$filter`, read into a tree. Only the part of OData that Microsoft's samples for these resources use. */
export type Filter =
  | { kind: 'and' | 'or'; left: Filter; right: Filter }
  | { kind: 'not'; of: Filter }
  | { kind: 'compare'; operator: Comparison; path: string; value: Literal }
  | { kind: 'in'; path: string; values: Literal[] }
  | { kind: 'function'; name: TextFunction; path: string; value: string }
  | { kind: 'any'; path: string; variable: string; of: Filter };

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
export type TextFunction = 'startsWith' | 'endsWith' | 'contains';
export type Literal = string | number | boolean | null | Date;

export class FilterSyntaxError extends Error {}

type Token = { kind: 'word' | 'text' | 'mark'; text: string };

const tokenPattern = /\s*(?:('(?:[^']|'')*')|([(),:])|([^\s(),:']+(?::\d[\d:.+-]*Z?)*))/gy;

/** Splits into quoted texts, marks and words; a date's own colons stay inside its word. */
function tokenise(filter: string): Token[] {
  const tokens: Token[] = [];
  const text = filter.trim();
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const match = tokenPattern.exec(text);
    if (!match) throw new FilterSyntaxError(`Syntax error: character '${text[0] ?? ''}' is not valid in '${text}'.`);
    if (match[1] !== undefined) tokens.push({ kind: 'text', text: match[1].slice(1, -1).replaceAll("''", "'") });
    else if (match[2] !== undefined) tokens.push({ kind: 'mark', text: match[2] });
    else tokens.push({ kind: 'word', text: match[3] ?? '' });
  }
  return tokens;
}

const comparisons: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];
const textFunctions: Record<string, TextFunction> = { startswith: 'startsWith', endswith: 'endsWith', contains: 'contains' };

/** @throws FilterSyntaxError with a sentence in Graph's manner. */
export function parseFilter(filter: string): Filter {
  const tokens = tokenise(filter);
  let at = 0;

  const peek = (): Token | undefined => tokens[at];
  const isWord = (text: string): boolean => peek()?.kind === 'word' && peek()?.text.toLowerCase() === text;
  const isMark = (text: string): boolean => peek()?.kind === 'mark' && peek()?.text === text;
  const fail = (): never => {
    throw new FilterSyntaxError(`Invalid filter clause: syntax error at position ${at} in '${filter}'.`);
  };
  const take = (): Token => tokens[at++] ?? fail();
  const expectMark = (text: string): void => {
    if (!isMark(text)) fail();
    at++;
  };

  function literal(): Literal {
    const token = take();
    if (token.kind === 'text') return token.text;
    if (token.kind === 'mark') return fail();
    if (token.text === 'null') return null;
    if (token.text === 'true' || token.text === 'false') return token.text === 'true';
    if (/^-?\d+(\.\d+)?$/.test(token.text)) return Number(token.text);
    if (/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/.test(token.text)) return new Date(token.text);
    if (/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(token.text)) return token.text;
    return fail();
  }

  function textFunction(name: TextFunction): Filter {
    expectMark('(');
    const path = take().text;
    expectMark(',');
    const value = take();
    if (value.kind !== 'text') fail();
    expectMark(')');
    if (isWord('eq') && tokens[at + 1]?.text === 'true') at += 2;
    return { kind: 'function', name, path, value: value.text };
  }

  function anyOf(path: string): Filter {
    expectMark('(');
    const variable = take().text;
    expectMark(':');
    const of = or();
    expectMark(')');
    return { kind: 'any', path: path.replace(/\/any$/, ''), variable, of };
  }

  function primary(): Filter {
    if (isMark('(')) {
      at++;
      const inner = or();
      expectMark(')');
      return inner;
    }
    const token = take();
    if (token.kind !== 'word') return fail();
    const named = textFunctions[token.text.toLowerCase()];
    if (named && isMark('(')) return textFunction(named);
    if (token.text.endsWith('/any') && isMark('(')) return anyOf(token.text);
    const operator = take().text.toLowerCase();
    if (operator === 'in') {
      expectMark('(');
      const values = [literal()];
      while (isMark(',')) {
        at++;
        values.push(literal());
      }
      expectMark(')');
      return { kind: 'in', path: token.text, values };
    }
    if (!comparisons.includes(operator)) return fail();
    return { kind: 'compare', operator: operator as Comparison, path: token.text, value: literal() };
  }

  function unary(): Filter {
    if (!isWord('not')) return primary();
    at++;
    return { kind: 'not', of: primary() };
  }

  function and(): Filter {
    let left = unary();
    while (isWord('and')) {
      at++;
      left = { kind: 'and', left, right: unary() };
    }
    return left;
  }

  function or(): Filter {
    let left = and();
    while (isWord('or')) {
      at++;
      left = { kind: 'or', left, right: and() };
    }
    return left;
  }

  const tree = or();
  if (at < tokens.length) fail();
  return tree;
}
