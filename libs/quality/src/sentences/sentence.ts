import { type Bilingual } from '#contracts';

/** A value that a field may take, and how a sentence says it. */
export interface Option extends Bilingual {
  readonly value: string | number | boolean;
}

/** What a sentence holds, or what is below it: one parameter of a check or a condition. */
export type SentenceField =
  /** Names of phrase lists. */
  | { readonly type: 'lists' }
  /** `percent`: kept as a share from 0 to 1. */
  | { readonly type: 'number'; readonly least?: number; readonly most?: number; readonly percent?: boolean }
  /** A number, or one for each language. */
  | { readonly type: 'bound' }
  /** `standard`: what holds where the parameter is left out. */
  | { readonly type: 'choice'; readonly options: readonly Option[]; readonly standard?: Option['value'] }
  | { readonly type: 'choices'; readonly options: readonly Option[]; readonly standard?: readonly Option['value'][] }
  /** Values of the fact that the parameter `name` names. */
  | { readonly type: 'values' }
  /** Who says what, and where. */
  | { readonly type: 'query' }
  | { readonly type: 'queries' }
  /** A text in both languages, below the sentence. */
  | { readonly type: 'words'; readonly label: Bilingual; readonly optional?: boolean }
  /** Sentences of each language, below the sentence. */
  | { readonly type: 'examples'; readonly label: Bilingual }
  | { readonly type: 'check'; readonly label: Bilingual; readonly optional?: boolean }
  | { readonly type: 'checks'; readonly label: Bilingual }
  | { readonly type: 'cases'; readonly label: Bilingual };

/** A part of a sentence. `{name}` is a field, `[…]` is left out while its field says nothing. */
export interface SentenceLine extends Bilingual {
  /** Omitted while its fields have their default values. */
  readonly quiet?: true;
}

/** How one kind of check, or of condition, is said and edited. A kind without a row is shown as data and kept as it is. */
export interface KindSentence {
  readonly kind: string;
  readonly name: Bilingual;
  /** Where a kind has several rows: is this one for the definition? */
  readonly fits?: (node: Node) => boolean;
  readonly lines: readonly SentenceLine[];
  /** By the parameter's name, or its path: "explain.met". */
  readonly fields: Readonly<Record<string, SentenceField>>;
  /** What a new one begins with, beside its kind. */
  readonly start: Readonly<Record<string, unknown>>;
}

/** A check or a condition as plain data. */
export interface Node {
  readonly kind: string;
  readonly [parameter: string]: unknown;
}

/** A piece of a line: text, or a field; `optional` where it is in brackets. */
export type Piece =
  | { readonly text: string }
  | { readonly field: string; readonly before: string; readonly after: string; readonly optional: boolean };

/** Reads a line into its pieces. */
export function piecesOf(line: string): Piece[] {
  return line
    .split(/(\[[^\]]*\]|\{[^}]*\})/)
    .filter((part) => part !== '')
    .map((part): Piece => {
      const field = /\{([^}]*)\}/.exec(part);
      if (!field) return { text: part };
      const optional = part.startsWith('[');
      const whole = optional ? part.slice(1, -1) : part;
      const [before = '', after = ''] = whole.split(field[0]);
      return { field: field[1]!, before, after, optional };
    });
}

export const valueAt = (node: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], node);

/** The node with another value at a path; `undefined` takes the parameter out. */
export function withValue<N>(node: N, path: string, value: unknown): N {
  const [key = '', ...rest] = path.split('.');
  const inner =
    rest.length === 0 ? value : withValue((node as Record<string, unknown>)[key] ?? {}, rest.join('.'), value);
  const { [key]: _, ...others } = node as Record<string, unknown>;
  return (inner === undefined ? others : { ...(node as object), [key]: inner }) as N;
}

export const isUnset = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);
