import { scimRefusal } from './scim-error.js';

/** Does a resource fit a filter? */
export type Fits = (resource: unknown) => boolean;

/** A filter as it was read. */
export type Filter =
  | { is: 'and' | 'or'; parts: readonly Filter[] }
  | { is: 'not'; part: Filter }
  | { is: 'present'; path: string }
  | { is: 'compare'; path: string; operator: string; wanted: unknown }
  /** One member of the list at the path fits. */
  | { is: 'some'; path: string; part: Filter };

type Token = { kind: 'word' | 'text' | 'mark'; is: string };

const OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'];
/** Longer filters are not written by people or directories; deeper ones would cost the stack. */
const LONGEST = 2_000;

/**
 * Reads a filter (RFC 7644 §3.4.2.2): `userName eq "a" and (active eq true or emails[type eq "work"] pr)`. Names and texts are compared
 * without regard to case, except ids.
 *
 * @throws ScimError `invalidFilter`
 */
export function parseFilter(text: string): Filter {
  if (text.length > LONGEST) throw invalid('it is too long');
  const reader = new Reader(tokensOf(text));
  const filter = reader.either();
  reader.end();
  return filter;
}

/** The same, as what it says of a resource. @throws ScimError `invalidFilter` */
export const readFilter = (text: string): Fits => fitsOf(parseFilter(text));

export function fitsOf(filter: Filter): Fits {
  if (filter.is === 'present') return (resource) => valuesAt(resource, filter.path).some(isPresent);
  if (filter.is === 'compare') return comparing(filter);
  if (filter.is === 'not' || filter.is === 'some') {
    const fits = fitsOf(filter.part);
    return filter.is === 'not'
      ? (resource) => !fits(resource)
      : (resource) => valuesAt(resource, filter.path).some(fits);
  }
  const parts = filter.parts.map(fitsOf);
  return (resource) =>
    filter.is === 'or' ? parts.some((fits) => fits(resource)) : parts.every((fits) => fits(resource));
}

function comparing({ path, operator, wanted }: Extract<Filter, { is: 'compare' }>): Fits {
  const exact = /(^|[.:])(id|externalid|value)$/i.test(path);
  const compare = (value: unknown) => compares(operator, value, wanted, exact);
  return (resource) => {
    const values = valuesAt(resource, path);
    if (wanted === null) return operator === 'ne' ? values.length > 0 : operator === 'eq' && values.length === 0;
    return operator === 'ne' ? values.every(compare) : values.some(compare);
  };
}

const invalid = (what: string) => scimRefusal(400, 'invalidFilter', `The filter cannot be read: ${what}.`);

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:("(?:[^"\\]|\\.)*")|([()[\]])|([^\s()[\]"]+))/y;
  while (pattern.lastIndex < text.trimEnd().length) {
    const at = pattern.lastIndex;
    const found = pattern.exec(text);
    if (!found) throw invalid(`at “${text.slice(at, at + 20)}”`);
    const [, quoted, mark, word] = found;
    if (quoted !== undefined) tokens.push({ kind: 'text', is: quoted });
    else if (mark !== undefined) tokens.push({ kind: 'mark', is: mark });
    else tokens.push({ kind: 'word', is: word ?? '' });
  }
  return tokens;
}

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  either(): Filter {
    const parts = [this.both()];
    while (this.takes('or')) parts.push(this.both());
    return alone(parts) ?? { is: 'or', parts };
  }

  end(): void {
    if (this.at < this.tokens.length) throw invalid(`“${this.tokens[this.at]?.is}” is not expected`);
  }

  private both(): Filter {
    const parts = [this.one()];
    while (this.takes('and')) parts.push(this.one());
    return alone(parts) ?? { is: 'and', parts };
  }

  private one(): Filter {
    if (this.takes('not')) {
      this.must('(');
      const part = this.either();
      this.must(')');
      return { is: 'not', part };
    }
    if (this.takes('(')) {
      const part = this.either();
      this.must(')');
      return part;
    }
    return this.comparison();
  }

  private comparison(): Filter {
    const path = this.word();
    if (this.takes('[')) {
      const part = this.either();
      this.must(']');
      return { is: 'some', path, part };
    }
    if (this.takes('pr')) return { is: 'present', path };
    const operator = this.word().toLowerCase();
    if (!OPERATORS.includes(operator)) throw invalid(`“${operator}” is no operator`);
    return { is: 'compare', path, operator, wanted: this.value() };
  }

  private value(): unknown {
    const token = this.tokens[this.at++];
    if (!token || token.kind === 'mark') throw invalid('a value is missing');
    const value = jsonOf(token);
    // The database holds no such text.
    if (typeof value === 'string' && value.includes('\0')) throw invalid('a text holds a character that none has');
    return value;
  }

  private word(): string {
    const token = this.tokens[this.at++];
    if (token?.kind !== 'word') throw invalid('a name is missing');
    return token.is;
  }

  private takes(is: string): boolean {
    const token = this.tokens[this.at];
    if (!token || token.kind === 'text' || token.is.toLowerCase() !== is) return false;
    this.at++;
    return true;
  }

  private must(is: string): void {
    if (!this.takes(is)) throw invalid(`“${is}” is missing`);
  }
}

function jsonOf({ kind, is }: Token): unknown {
  try {
    return JSON.parse(kind === 'word' ? is.toLowerCase() : is);
  } catch {
    throw invalid(`“${is}” is no value`);
  }
}

const alone = (parts: Filter[]): Filter | undefined => (parts.length === 1 ? parts[0] : undefined);

const isPresent = (value: unknown): boolean =>
  value !== null && value !== '' && (typeof value !== 'object' || Object.keys(value).length > 0);

function compares(operator: string, value: unknown, wanted: unknown, exact: boolean): boolean {
  const plain = (one: unknown) => (typeof one === 'string' && !exact ? one.toLowerCase() : one);
  const [a, b] = [plain(value), plain(wanted)];
  if (operator === 'eq') return a === b;
  if (operator === 'ne') return a !== b;
  if (typeof a !== typeof b || (typeof a !== 'string' && typeof a !== 'number')) return false;
  const [left, right] = [a, b as typeof a];
  if (operator === 'co') return String(left).includes(String(right));
  if (operator === 'sw') return String(left).startsWith(String(right));
  if (operator === 'ew') return String(left).endsWith(String(right));
  if (operator === 'gt') return left > right;
  if (operator === 'ge') return left >= right;
  return operator === 'lt' ? left < right : left <= right;
}

/** Splits `urn:…:User:name.formatted` into the extension, if any, and its parts. */
export function partsOf(path: string): string[] {
  const found = /^(urn:[\w.:-]+:\d\.\d:\w+)(?::(.+))?$/i.exec(path);
  if (!found) return path.split('.');
  const [, urn = '', rest] = found;
  const own = /:core:2\.0:(User|Group)$/i.test(urn);
  return [...(own ? [] : [urn]), ...(rest?.split('.') ?? [])];
}

/** The key of an object that is this name, in whatever case. */
export const keyOf = (object: object, name: string): string | undefined =>
  Object.keys(object).find((key) => key.toLowerCase() === name.toLowerCase());

/** Every value at a path; of a list, those of its members. */
function valuesAt(resource: unknown, path: string): unknown[] {
  let values: unknown[] = [resource];
  for (const part of partsOf(path)) {
    values = values.flatMap((value) => {
      if (typeof value !== 'object' || value === null) return [];
      const found = (value as Record<string, unknown>)[keyOf(value, part) ?? ''];
      return Array.isArray(found) ? found : found === undefined || found === null ? [] : [found];
    });
  }
  return values;
}
