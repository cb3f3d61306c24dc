import { z } from 'zod';
import { MOST } from './discovery.js';
import { keyOf, readFilter } from './filter.rules.js';
import { type Resource } from './patch.rules.js';

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

const count = z.coerce.number().int();
/** A count below nothing is nothing, a start below one is one (RFC 7644 §3.4.2.4). */
export const listQuerySchema = z.object({
  filter: z.string().optional(),
  startIndex: count.default(1).transform((at) => Math.max(1, at)),
  count: count.default(MOST).transform((most) => Math.min(Math.max(0, most), MOST)),
  attributes: z.string().max(2_000).optional(),
  excludedAttributes: z.string().max(2_000).optional(),
});
export type ListQuery = z.infer<typeof listQuerySchema>;

/** A page of those that fit. */
export function answerList(all: readonly Resource[], query: ListQuery): Resource {
  const fits = query.filter === undefined ? () => true : readFilter(query.filter);
  const found = all.filter(fits);
  const from = query.startIndex - 1;
  return pageOf(found.slice(from, from + query.count), found.length, query);
}

/** A page that is there already. @param total how many fit in all */
export function pageOf(resources: readonly Resource[], total: number, query: ListQuery): Resource {
  return {
    ...{ schemas: [LIST], totalResults: total, startIndex: query.startIndex, itemsPerPage: resources.length },
    Resources: resources.map((resource) => shown(resource, query)),
  };
}

/** Always there, whatever was asked for. */
const ALWAYS = ['schemas', 'id', 'meta'];

/** Of a resource the parts that were asked for; a part of an attribute brings the whole of it. */
export function shown(
  resource: Resource,
  { attributes, excludedAttributes }: Pick<ListQuery, 'attributes' | 'excludedAttributes'>,
): Resource {
  const named = (list: string) => list.split(',').flatMap((name) => keyOf(resource, topOf(name.trim())) ?? []);
  const keys = Object.keys(resource);
  const asked = attributes === undefined ? keys : [...ALWAYS, ...named(attributes)];
  const without =
    excludedAttributes === undefined ? [] : named(excludedAttributes).filter((key) => !ALWAYS.includes(key));
  const kept = keys.filter((key) => asked.includes(key) && !without.includes(key));
  return Object.fromEntries(kept.map((key) => [key, resource[key]]));
}

/** `urn:…:enterprise:2.0:User:department` is part of the extension, `name.formatted` of `name`. */
function topOf(path: string): string {
  const [, urn, rest] = /^(urn:[\w.:-]+:2\.0:\w+)(?::(.+))?$/i.exec(path) ?? [];
  if (urn === undefined) return path.split('.')[0] ?? path;
  return /:core:2\.0:/i.test(urn) ? (rest?.split('.')[0] ?? urn) : urn;
}

const names = z
  .array(z.string())
  .transform((list) => list.join(','))
  .optional();
/** The same as the body of a search (RFC 7644 §3.4.3). */
export const searchSchema = listQuerySchema.extend({ attributes: names, excludedAttributes: names });
