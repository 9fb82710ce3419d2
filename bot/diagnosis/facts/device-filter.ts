/**
 * Evaluates the rule of a Conditional Access device filter on one device.
 * For an unregistered device every attribute is null: positive operators never match, negative ones always do.
 * @see https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices
 */
export type FilterAttributes = Readonly<Record<string, string | boolean | null | undefined>>;

/** @returns undefined when the rule cannot be read or needs an attribute nobody has told. Never throws. */
export function evaluateFilter(rule: string, attributes: FilterAttributes): boolean | undefined {
  const tokens = rule.match(/"(?:[^"\\]|\\.)*"|'[^']*'|[()[\],]|-?[\w.]+/g);
  if (!tokens || tokens.length > 400) return undefined;
  const parser = new Parser(tokens, attributes);
  try {
    const value = parser.either();
    return parser.atEnd() ? value : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** Lower-case attribute names a rule mentions, without `device.`. */
export const attributesIn = (rule: string): string[] => [...rule.matchAll(/\bdevice\.(\w+)/gi)].map((match) => (match[1] ?? '').toLowerCase());

class Unreadable extends Error {}

class Parser {
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly string[];
  private readonly attributes: FilterAttributes;
  constructor(tokens: readonly string[], attributes: FilterAttributes) {
    this.tokens = tokens;
    this.attributes = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value]));
  }

  atEnd = () => this.at >= this.tokens.length;
  private word = () => (this.tokens[this.at] ?? '').toLowerCase().replace(/^-/, '');
  private take(): string {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Unreadable();
    this.at += 1;
    return token;
  }

  either(): boolean | undefined {
    let value = this.both();
    while (this.word() === 'or') {
      this.take();
      const right = this.both();
      value = value === true || right === true ? true : value === undefined || right === undefined ? undefined : false;
    }
    return value;
  }

  private both(): boolean | undefined {
    let value = this.one();
    while (this.word() === 'and') {
      this.take();
      const right = this.one();
      value = value === false || right === false ? false : value === undefined || right === undefined ? undefined : true;
    }
    return value;
  }

  private one(): boolean | undefined {
    if (this.word() === 'not') {
      this.take();
      const value = this.one();
      return value === undefined ? undefined : !value;
    }
    if (this.tokens[this.at] === '(') {
      this.take();
      this.depth += 1;
      if (this.depth > 40) throw new Unreadable();
      const value = this.either();
      if (this.take() !== ')') throw new Unreadable();
      this.depth -= 1;
      return value;
    }
    return this.comparison();
  }

  private comparison(): boolean | undefined {
    const name = this.take().toLowerCase().replace(/^device\./, '');
    const operator = this.take().toLowerCase().replace(/^-/, '');
    return compare(this.attributes[name], name in this.attributes, operator, this.values());
  }

  private values(): string[] {
    const first = this.take();
    if (first !== '[') return [plain(first)];
    const values: string[] = [];
    for (let token = this.take(); token !== ']'; token = this.take()) if (token !== ',') values.push(plain(token));
    return values;
  }
}

const plain = (token: string): string => token.replace(/^["']|["']$/g, '').toLowerCase();

const positive: Readonly<Record<string, (actual: string, wanted: string) => boolean>> = {
  eq: (actual, wanted) => actual === wanted,
  in: (actual, wanted) => actual === wanted,
  contains: (actual, wanted) => actual.includes(wanted),
  startswith: (actual, wanted) => actual.startsWith(wanted),
  endswith: (actual, wanted) => actual.endsWith(wanted),
};
const negated: Readonly<Record<string, string>> = { ne: 'eq', notin: 'in', notcontains: 'contains', notstartswith: 'startswith', notendswith: 'endswith' };

function compare(actual: string | boolean | null | undefined, isTold: boolean, operator: string, wanted: readonly string[]): boolean | undefined {
  if (!isTold || actual === undefined) return undefined;
  const opposite = negated[operator];
  const test = positive[opposite ?? operator];
  if (!test) throw new Unreadable();
  const matches = actual !== null && wanted.some((value) => test(String(actual).toLowerCase(), value));
  return opposite ? !matches : matches;
}
