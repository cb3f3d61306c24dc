import { createHash } from 'node:crypto';
import { z } from 'zod';
import { plainText } from '#contracts';
import { type ProvisionedGroup, type ProvisionedPerson } from '#people';
import { type Resource } from './patch.rules.js';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Entra sends truths as texts. */
const truth = z.preprocess(
  (value) => (typeof value === 'string' ? value.toLowerCase() === 'true' : value),
  z.boolean(),
);
const text = (most: number) => plainText().trim().min(1).max(most);
const optional = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? undefined);

/** What is taken of a user; what else a directory sends is left alone (RFC 7644 §3.3). */
export const userSchema = z.object({
  userName: text(100),
  externalId: optional(text(200)),
  displayName: optional(plainText().max(80)),
  name: optional(
    z.object({
      formatted: optional(plainText().max(80)),
      familyName: optional(plainText().max(40)),
      givenName: optional(plainText().max(40)),
    }),
  ),
  active: truth.default(true),
  emails: optional(
    z
      .array(
        z.object({
          value: optional(plainText().max(254)),
          type: optional(plainText().max(40)),
          primary: optional(truth),
        }),
      )
      .max(20),
  ),
  preferredLanguage: optional(plainText().max(40)),
  [ENTERPRISE]: optional(z.object({ employeeNumber: optional(text(40)), department: optional(plainText().max(80)) })),
});
export type UserSent = z.infer<typeof userSchema>;

export const groupSchema = z.object({
  displayName: text(200),
  externalId: optional(text(200)),
  members: optional(z.array(z.object({ value: plainText().max(100) })).max(50_000)),
});

/** What a directory calls a person: what is shown, else the parts of the name. A family name in Chinese characters comes first, without a space. */
export function nameOf({ displayName, name }: UserSent): string | null {
  const { formatted, familyName, givenName } = name ?? {};
  const han = /\p{Script=Han}/u.test(`${familyName ?? ''}${givenName ?? ''}`);
  const parts = han ? [familyName, givenName] : [givenName, familyName];
  const joined = parts.filter((part) => part !== undefined && part !== '').join(han ? '' : ' ');
  return [displayName, formatted, joined].map((one) => one?.trim() ?? '').find((one) => one !== '') ?? null;
}

/**
 * The name after a patch. Where it changed parts of the name and not what is shown, the parts are the newer word; the same for the parts and
 * what they are written as together.
 */
export function nameAfter(before: UserSent, after: UserSent): string | null {
  const none = { formatted: undefined, familyName: undefined, givenName: undefined };
  const [was, is] = [before.name ?? none, after.name ?? none];
  const parted = was.familyName !== is.familyName || was.givenName !== is.givenName;
  const written = was.formatted !== is.formatted;
  if (after.displayName !== before.displayName || !(parted || written)) return nameOf(after);
  const name = parted && !written ? { ...is, formatted: undefined } : is;
  return nameOf({ ...after, displayName: undefined, name });
}

const meta = (
  kind: 'User' | 'Group',
  id: string,
  base: string,
  at: { created: Date; changed: Date },
  resource: Resource,
) => ({
  resourceType: `${kind}`,
  created: at.created.toISOString(),
  lastModified: at.changed.toISOString(),
  location: `${base}/${kind}s/${id}`,
  version: versionOf(resource),
});

/** Of what the resource says, not of when it was written: a change on a screen counts as well. */
const versionOf = (resource: Resource): string =>
  `W/"${createHash('sha256').update(JSON.stringify(resource)).digest('hex').slice(0, 20)}"`;

export function userResource(person: ProvisionedPerson, base: string): Resource {
  const { email, emails, department, employeeNumber } = person;
  // What the directory wrote, as long as it is still where the person is told.
  const written = email !== null && emails?.some(({ value }) => value?.trim() === email) ? emails : null;
  const told = written ?? (email === null ? null : [{ value: email, type: 'work', primary: true }]);
  const more = { ...(employeeNumber !== null && { employeeNumber }), ...(department !== null && { department }) };
  const hasMore = Object.keys(more).length > 0;
  const user = {
    schemas: [USER, ...(hasMore ? [ENTERPRISE] : [])],
    id: person.personId,
    ...(person.externalId !== null && { externalId: person.externalId }),
    userName: person.userName,
    ...(person.displayName !== null && { displayName: person.displayName }),
    ...(person.nameParts && { name: person.nameParts }),
    active: person.active,
    preferredLanguage: person.language,
    ...(told && { emails: told }),
    groups: person.groups.map(({ id, name }) => ({ value: id, $ref: `${base}/Groups/${id}`, display: name })),
    ...(hasMore && { [ENTERPRISE]: more }),
  };
  return { ...user, meta: meta('User', person.personId, base, person, user) };
}

export function groupResource(group: ProvisionedGroup, base: string): Resource {
  const shown = {
    schemas: [GROUP],
    id: group.groupId,
    ...(group.externalId !== null && { externalId: group.externalId }),
    displayName: group.displayName,
    members: group.members.map(({ personId }) => ({ value: personId, $ref: `${base}/Users/${personId}` })),
  };
  return { ...shown, meta: meta('Group', group.groupId, base, group, shown) };
}
