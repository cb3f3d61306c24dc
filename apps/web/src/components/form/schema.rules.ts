import type { z } from 'zod';
import type { Bilingual } from '#contracts';

/** What a person has given for one part of a body: text as it is typed, and null where nothing is chosen. */
type Given<T> = T extends boolean
  ? boolean
  : T extends string
    ? string extends T
      ? string
      : T | null
    : T extends readonly unknown[]
      ? T
      : T | null;
export type Typed<S extends z.ZodObject> = { [K in keyof z.input<S>]-?: Given<NonNullable<z.input<S>[K]>> };

/** What a control of a part may be, where its schema alone decides. */
export interface Limits {
  kind: 'text' | 'number' | 'choice' | 'choices' | 'tick' | 'day' | 'minute';
  options?: readonly string[];
  /** Most characters of a text, or the highest number. */
  max?: number;
  min?: number;
  whole?: boolean;
}

/** What is read of a schema, whatever its kind. */
interface Said {
  def: { type: string; format?: string; innerType?: Said; out?: Said; element?: Said };
  options?: readonly (string | number)[];
  maxLength?: number | null;
  minValue?: number | null;
  maxValue?: number | null;
  isInt?: boolean;
}

/** What lies inside `.optional()`, `.nullable()`, `.default()` and behind a pipe. */
const inner = (part: Said): Said => {
  const within = part.def.innerType ?? part.def.out;
  return within ? inner(within) : part;
};

export function limitsOf(schema: z.core.$ZodType | undefined): Limits {
  if (!schema) return { kind: 'text' };
  const { def, options, maxLength, minValue, maxValue, isInt } = inner(schema as unknown as Said);
  switch (def.type) {
    case 'enum':
      return { kind: 'choice', options: (options ?? []).map(String) };
    case 'array':
      return { ...limitsOf(def.element as unknown as z.core.$ZodType), kind: 'choices' };
    case 'boolean':
      return { kind: 'tick' };
    case 'number':
      return { kind: 'number', ...bound('min', minValue), ...bound('max', maxValue), whole: isInt === true };
    default:
      if (def.format === 'date') return { kind: 'day' };
      return def.format === 'datetime' ? { kind: 'minute' } : { kind: 'text', ...bound('max', maxLength) };
  }
}

const bound = (end: 'min' | 'max', value: number | null | undefined) =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? { [end]: value } : {};

/** What a form begins with, where nothing else is said. */
export function unsaid<S extends z.ZodObject>(schema: S): Typed<S> {
  const parts = Object.entries(schema.shape).map(([name, part]) => {
    const { kind } = limitsOf(part);
    return [name, { text: '', day: '', minute: '', choices: [], tick: false, number: null, choice: null }[kind]];
  });
  return Object.fromEntries(parts) as Typed<S>;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The body that was given: text without spaces around it, and what was left empty as its schema leaves it out. */
export function bodyOf(schema: z.ZodObject, given: Record<string, unknown>): Record<string, unknown> {
  const parts = Object.entries(given).flatMap(([name, value]) => {
    const plain = typeof value === 'string' ? value.trim() : value;
    const part = schema.shape[name] as z.ZodType | undefined;
    if (!part) return [];
    if (!isEmpty(plain)) return [[name, plain]];
    if (part.safeParse(null).success) return [[name, null]];
    return part.safeParse(undefined).success ? [] : [[name, plain]];
  });
  return Object.fromEntries(parts) as Record<string, unknown>;
}

/** A change of a part of a body: what is cleared becomes null or is left out where the schema has that. A part that it needs, or would fill in by itself, stays as it was. */
export function changeOf(schema: z.ZodObject, change: Record<string, unknown>): Record<string, unknown> {
  const parts = Object.entries(change).flatMap(([name, to]) => {
    const part = schema.shape[name] as z.ZodType | undefined;
    if (to !== null || part?.safeParse(null).success) return [[name, to]];
    const left = part?.safeParse(undefined);
    return left?.success && left.data === undefined ? [[name, undefined]] : [];
  });
  return Object.fromEntries(parts) as Record<string, unknown>;
}

/** Why a body cannot be sent: parts that are still to be given, and what is wrong with those that are, in the contract's own words. */
export interface Faults {
  missing: ReadonlySet<string>;
  wrong: ReadonlyMap<string, Bilingual>;
}

export function faultsOf(schema: z.ZodObject, body: Record<string, unknown>): Faults {
  const issues = schema.safeParse(body).error?.issues ?? [];
  const missing = new Set<string>();
  const wrong = new Map<string, Bilingual>();
  for (const issue of issues) {
    // What is wrong with the body as a whole, the answer says.
    if (issue.path.length === 0) continue;
    const name = String(issue.path[0] ?? '');
    const { words } = ('params' in issue ? (issue.params ?? {}) : {}) as { words?: Bilingual };
    const isLeft = isEmpty(body[name]) || issue.code === 'too_small' || issue.code === 'invalid_type';
    if (isLeft) missing.add(name);
    else if (words && !wrong.has(name)) wrong.set(name, words);
  }
  return { missing, wrong };
}
