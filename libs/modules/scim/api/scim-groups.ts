import { type ProvisionedGroups } from '#people';
import { DomainError } from '#platform';
import { answerList } from './list.rules.js';
import { groupResource, groupSchema } from './resources.rules.js';
import { idFrom, provisionerOf, readAs, type Kept } from './scim-users.js';
import { scimRefusal } from './scim-error.js';

export function scimGroups(groups: ProvisionedGroups): Kept {
  const told = (body: unknown) => {
    const { displayName, externalId, members } = readAs(groupSchema, body);
    const personIds = members === undefined ? [] : [...new Set(members.map(({ value }) => memberId(value)))];
    return { displayName, externalId: externalId ?? null, personIds };
  };
  const all = async (base: string) => (await groups.list()).map((group) => groupResource(group, base));
  return {
    async one(id, base) {
      const [group] = await groups.list(idFrom(id));
      if (!group) throw scimRefusal(404, null, 'There is no such group.');
      return groupResource(group, base);
    },
    all,
    list: async (base, query) => answerList(await all(base), query),
    create: (body, asker) => groups.create(told(body), provisionerOf(asker)).catch(ofMembers),
    replace: (id, body, asker) => groups.replace(idFrom(id), told(body), provisionerOf(asker)).catch(ofMembers),
    remove: (id, asker) => groups.remove(idFrom(id), provisionerOf(asker)),
  };
}

/** The group itself was there a moment ago: what is not found is a member. */
function ofMembers(error: unknown): never {
  if (!(error instanceof DomainError) || error.code !== 'not_found') throw error;
  throw scimRefusal(400, 'invalidValue', 'members: one of them is no user of this server.');
}

function memberId(value: string): string {
  try {
    return idFrom(value);
  } catch {
    throw scimRefusal(400, 'invalidValue', `members: “${value}” is no user of this server.`);
  }
}
