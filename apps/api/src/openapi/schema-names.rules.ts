import { isDeepStrictEqual } from 'node:util';

/** JSON Schemas by name; they refer to each other as `#/$defs/NAME`. */
export type Schemas = Record<string, object>;

const DEFS = '#/$defs/';
const COMPONENTS = '#/components/schemas/';

/**
 * Puts what requests and answers are made of into one list of names. A shape that differs between the two (defaults are optional only on
 * the way in) becomes `…Input` on its way in, and so does every shape that refers to it.
 */
export function mergeSides(
  input: Schemas,
  output: Schemas,
): { schemas: Schemas; inputNames: ReadonlyMap<string, string> } {
  const inputNames = new Map(
    Object.keys(input)
      .filter((name) => output[name] && !isDeepStrictEqual(bare(input[name]), bare(output[name])))
      .map((name) => [name, `${name}Input`]),
  );
  const refersToRenamed = (schema: object) => refsOf(schema).some((name) => inputNames.has(name));
  const spreads = () =>
    Object.keys(input).find((name) => !inputNames.has(name) && output[name] && refersToRenamed(input[name] ?? {}));
  for (let next = spreads(); next !== undefined; next = spreads()) inputNames.set(next, `${next}Input`);
  const named = (schemas: Schemas, names: ReadonlyMap<string, string>) =>
    Object.entries(schemas).map(([name, schema]) => [
      names.get(name) ?? name,
      rewriteRefs(schema, DEFS, (ref) => names.get(ref) ?? ref),
    ]);
  const all = Object.fromEntries([...named(input, inputNames), ...named(output, new Map())]) as Schemas;
  const schemas = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { schemas, inputNames };
}

/** A copy in which every `$ref` below `prefix` points to the component that `rename` says. */
export function rewriteRefs<T extends object>(value: T, prefix: string, rename: (name: string) => string): T {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    key === '$ref' && typeof inner === 'string' && inner.startsWith(prefix)
      ? `${COMPONENTS}${rename(inner.slice(prefix.length))}`
      : inner,
  );
  return JSON.parse(text) as T;
}

function refsOf(schema: object): string[] {
  const refs: string[] = [];
  rewriteRefs(schema, DEFS, (name) => {
    refs.push(name);
    return name;
  });
  return refs;
}

/** Whether more properties are refused is a matter of the direction, not of the shape. */
const bare = (schema: object | undefined): unknown =>
  JSON.parse(
    JSON.stringify(schema ?? {}, (key, value: unknown) =>
      key === 'additionalProperties' && value === false ? undefined : value,
    ),
  );
