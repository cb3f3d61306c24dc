import { z } from 'zod';
import { keyOf, partsOf, readFilter, type Fits } from './filter.rules.js';
import { scimRefusal } from './scim-error.js';

export type Resource = Record<string, unknown>;

/** RFC 7644 §3.5.2, as directories send it: Entra writes `Replace` with a capital. */
export const patchSchema = z.object({
  schemas: z.array(z.string()).optional(),
  Operations: z
    .array(
      z.object({
        op: z
          .string()
          .toLowerCase()
          .pipe(z.enum(['add', 'remove', 'replace'])),
        path: z.string().max(2_000).optional(),
        value: z.unknown().optional(),
      }),
    )
    .min(1)
    .max(1_000),
});
type Operation = z.infer<typeof patchSchema>['Operations'][number];

/** What a resource is after these operations; the one given stays as it is. @throws ScimError */
export function patched(resource: Resource, operations: readonly Operation[]): Resource {
  const copy = structuredClone(resource);
  for (const operation of operations) apply(copy, operation);
  return copy;
}

function apply(resource: Resource, { op, path, value }: Operation): void {
  if (path !== undefined && path !== '') return applyAt(resource, op, path, value);
  if (op === 'remove') throw scimRefusal(400, 'noTarget', 'A remove needs a path.');
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw scimRefusal(400, 'invalidValue', 'Without a path, value has to be an object.');
  for (const [name, one] of Object.entries(value)) {
    const isExtension = /^urn:/i.test(name) && typeof one === 'object' && one !== null && !Array.isArray(one);
    if (!isExtension) applyAt(resource, op, name, one);
    else for (const [inner, part] of Object.entries(one)) applyAt(resource, op, `${name}:${inner}`, part);
  }
}

/** Names that every object of this process shares: written or removed there, they would change all of it. */
const NEVER: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

function applyAt(resource: Resource, op: Operation['op'], path: string, value: unknown): void {
  const [, before = '', filter, after] = /^([^[\]]+)(?:\[(.+)\](?:\.(\w+))?)?$/.exec(path) ?? [];
  if (before === '') throw scimRefusal(400, 'invalidPath', `The path “${path}” cannot be read.`);
  const parts = partsOf(before);
  if ([...parts, after].some((part) => part !== undefined && NEVER.has(part.toLowerCase())))
    throw scimRefusal(400, 'invalidPath', `The path “${path}” cannot be read.`);
  const last = parts.pop() ?? '';
  let holder = resource;
  for (const part of parts) holder = childOf(holder, part);
  const key = keyOf(holder, last) ?? last;
  if (filter !== undefined) return applyToMembers(holder, key, op, { fits: readFilter(filter), after, value, filter });
  if (op === 'remove') return remove(holder, key, value);
  const there = holder[key];
  if (op === 'add' && Array.isArray(there)) holder[key] = [...there, ...(Array.isArray(value) ? value : [value])];
  else if (isObject(there) && isObject(value)) holder[key] = { ...there, ...value };
  else holder[key] = value;
}

const isObject = (value: unknown): value is Resource =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function childOf(holder: Resource, part: string): Resource {
  const key = keyOf(holder, part) ?? part;
  const there = holder[key];
  if (isObject(there)) return there;
  // Of a list the first: `emails.value`, as some directories write it.
  if (Array.isArray(there) && isObject(there[0])) return there[0];
  const made: Resource = {};
  holder[key] = made;
  return made;
}

/** All of an attribute, or of a list those that are named. */
function remove(holder: Resource, key: string, value: unknown): void {
  const there = holder[key];
  if (value === undefined || value === null || !Array.isArray(there)) return void delete holder[key];
  const named = (Array.isArray(value) ? value : [value]).map((one: unknown) => (isObject(one) ? one['value'] : one));
  holder[key] = there.filter((one: unknown) => !named.includes(isObject(one) ? one['value'] : one));
}

function applyToMembers(
  holder: Resource,
  key: string,
  op: Operation['op'],
  { fits, after, value, filter }: { fits: Fits; after: string | undefined; value: unknown; filter: string },
): void {
  const list = Array.isArray(holder[key]) ? (holder[key] as unknown[]) : [];
  const found = list.filter((one) => isObject(one) && fits(one)) as Resource[];
  if (op === 'remove') {
    if (after === undefined) holder[key] = list.filter((one) => !found.includes(one as Resource));
    else for (const one of found) delete one[keyOf(one, after) ?? after];
    return;
  }
  if (found.length === 0) {
    // Entra replaces `emails[type eq "work"].value` of a person who has none yet.
    const [, name, text] = /^(\w+) eq "([^"]*)"$/i.exec(filter) ?? [];
    if (name === undefined || after === undefined)
      throw scimRefusal(400, 'noTarget', `Nothing is there that fits “${filter}”.`);
    holder[key] = [...list, { [name]: text, [after]: value }];
    return;
  }
  for (const one of found) {
    if (after !== undefined) one[keyOf(one, after) ?? after] = value;
    else if (isObject(value)) Object.assign(one, value);
  }
}
