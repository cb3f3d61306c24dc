import { signNameSchema } from '#contracts';

/** Checks and conditions of every kind as plain data: what names phrases, and what is nested in what. */
export interface Node {
  readonly kind: string;
  readonly [parameter: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { kind?: unknown }).kind === 'string';

/** Every check or condition in a definition, the outermost first, with its path. */
export function nodesIn(value: unknown, path: string): { node: Node; path: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, one]) => nodesIn(one, path === '' ? key : `${path}.${key}`));
  return isNode(value) ? [{ node: value, path }, ...inner] : inner;
}

/** The parameters that name entries of the lexicon; of `signs`, each by the sign's name. */
const NAMES = new Set<string>([
  ...['lookFor', 'against', 'doubtful', 'notWithin', 'settled', 'continuation'],
  ...signNameSchema.options,
]);

export const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** Every name of a lexicon entry in a definition, with its path. */
export function namesIn(value: unknown, path: string): { name: string; path: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return NAMES.has(key) ? strings(one).map((name) => ({ name, path: at })) : namesIn(one, at);
  });
}

/** Something to listen for, with what the schema would fill in. */
export interface Listening {
  readonly lookFor: readonly string[];
  readonly speaker: string;
  readonly zone: string;
  readonly atStart: boolean;
  readonly notWithin: readonly string[];
}

export function listeningOf(query: unknown, lookFor = (query as Node | undefined)?.['lookFor']): Listening | null {
  if (typeof query !== 'object' || query === null || strings(lookFor).length === 0) return null;
  const { speaker = 'agent', zone = 'anywhere', atStart = false, notWithin } = query as Record<string, unknown>;
  return {
    lookFor: strings(lookFor),
    speaker: String(speaker),
    zone: String(zone),
    atStart: atStart === true,
    notWithin: strings(notWithin),
  };
}

/** Is everything that the narrow one can hear also heard by the wide one? */
export const covers = (wide: Listening, narrow: Listening): boolean =>
  narrow.lookFor.every((entry) => wide.lookFor.includes(entry)) &&
  (wide.speaker === 'anyone' || wide.speaker === narrow.speaker) &&
  (wide.zone === 'anywhere' || wide.zone === narrow.zone) &&
  (!wide.atStart || narrow.atStart) &&
  wide.notWithin.every((entry) => narrow.notWithin.includes(entry));
