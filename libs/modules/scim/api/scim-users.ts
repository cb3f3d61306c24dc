import { type Asker, type NameParts, type ProvisionedPeople, type Provisioner } from '#people';
import { type z } from 'zod';
import { parseFilter } from './filter.rules.js';
import { answerList, pageOf, type ListQuery } from './list.rules.js';
import { type Resource } from './patch.rules.js';
import { peopleFilterOf } from './people-filter.rules.js';
import { ENTERPRISE, nameAfter, nameOf, userResource, userSchema, type UserSent } from './resources.rules.js';
import { scimRefusal } from './scim-error.js';

/** One kind of resource, as the protocol needs it. */
export interface Kept {
  all(base: string): Promise<Resource[]>;
  list(base: string, query: ListQuery): Promise<Resource>;
  /** @throws ScimError 404 */
  one(id: string, base: string): Promise<Resource>;
  create(body: unknown, asker: Asker): Promise<string>;
  /** @param before the resource that was patched; without one it is replaced as a whole */
  replace(id: string, body: unknown, asker: Asker, before?: Resource): Promise<void>;
  remove(id: string, asker: Asker): Promise<void>;
}

export const provisionerOf = ({ personId }: Asker): Provisioner => ({ personId, within: null, clients: [] });

/** @throws ScimError where it cannot be an id at all */
export function idFrom(id: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return id.toLowerCase();
  throw scimRefusal(404, null, 'There is nothing here.');
}

export const readAs = <S extends z.ZodType>(schema: S, body: unknown): z.output<S> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw scimRefusal(400, 'invalidSyntax', 'The body has to be an object.');
  return schema.parse(body);
};

export function scimUsers(people: ProvisionedPeople): Kept {
  const one = async (id: string, base: string) => {
    const person = await people.one(idFrom(id));
    if (!person) throw scimRefusal(404, null, 'There is no such user.');
    return userResource(person, base);
  };
  const all = async (base: string) => (await people.all()).map((person) => userResource(person, base));
  return {
    one,
    all,
    async list(base, query) {
      const filter = query.filter === undefined ? null : peopleFilterOf(parseFilter(query.filter));
      if (query.filter !== undefined && filter === null) return answerList(await all(base), query);
      const found = await people.page(filter, { from: query.startIndex - 1, count: query.count });
      const resources = found.people.map((person) => userResource(person, base));
      return pageOf(resources, found.total, query);
    },
    create: (body, asker) => people.create(told(readAs(userSchema, body)), provisionerOf(asker)),
    replace(id, body, asker, before) {
      const user = readAs(userSchema, body);
      const name = before ? nameAfter(readAs(userSchema, before), user) : nameOf(user);
      return people.replace(idFrom(id), { ...told(user), name }, provisionerOf(asker));
    },
    remove: (id, asker) => people.remove(idFrom(id), provisionerOf(asker)),
  };
}

/** What the directory says of a person, in the product's words. */
function told(user: UserSent) {
  const { userName, externalId, active, emails, preferredLanguage } = user;
  const { employeeNumber, department } = user[ENTERPRISE] ?? {};
  const email = (emails?.find(({ primary }) => primary) ?? emails?.[0])?.value?.trim() ?? '';
  return {
    userName: userName.toLowerCase(),
    userNameAsTold: userName,
    displayName: user.displayName ?? null,
    nameParts: user.name ? plainParts(user.name) : null,
    emails: email === '' ? null : (emails ?? null),
    externalId: externalId ?? null,
    name: nameOf(user),
    active,
    email: email === '' ? null : email,
    language: /^zh/i.test(preferredLanguage ?? '')
      ? ('zh' as const)
      : /^en/i.test(preferredLanguage ?? '')
        ? ('en' as const)
        : null,
    staffNumber: employeeNumber ?? null,
    department: department === undefined || department.trim() === '' ? null : department.trim(),
  };
}

/** Parts that are there; null where none is. */
function plainParts(name: NonNullable<UserSent['name']>): NameParts | null {
  const parts = Object.entries(name).filter(([, part]) => part !== undefined && part !== '');
  return parts.length === 0 ? null : (Object.fromEntries(parts) as NameParts);
}
