import { type PeopleFilter, type PersonField } from '#people';
import { partsOf, type Filter } from './filter.rules.js';

const FIELDS: Record<string, PersonField> = {
  ...{ id: 'id', username: 'userName', externalid: 'externalId', active: 'active' },
  'emails.value': 'email',
};
const OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew'] as const;

/** A filter in the database's words; null where it asks for something that only the whole of a person answers. */
export function peopleFilterOf(filter: Filter): PeopleFilter | null {
  if ('parts' in filter) {
    const parts = filter.parts.map(peopleFilterOf);
    return parts.every((part) => part !== null) ? { is: filter.is, parts } : null;
  }
  if (filter.is === 'not') {
    const part = peopleFilterOf(filter.part);
    return part && { is: 'not', part };
  }
  if (filter.is === 'some') return ofMembers(filter);
  const field = FIELDS[partsOf(filter.path).join('.').toLowerCase()];
  if (field === undefined) return null;
  return filter.is === 'present' ? { is: 'present', field } : compared(field, filter);
}

/** `emails[value eq "a@example.com"]` asks of one member what `emails.value eq` asks. */
function ofMembers({ path, part }: Extract<Filter, { is: 'some' }>): PeopleFilter | null {
  if (part.is !== 'compare' || part.operator === 'ne' || part.wanted === null) return null;
  return peopleFilterOf({ ...part, path: `${path}.${part.path}` });
}

function compared(field: PersonField, { operator, wanted }: Extract<Filter, { is: 'compare' }>): PeopleFilter | null {
  const known = OPERATORS.find((one) => one === operator);
  if (known === undefined) return null;
  if (wanted === null && (known === 'eq' || known === 'ne')) {
    const present: PeopleFilter = { is: 'present', field };
    return known === 'ne' ? present : { is: 'not', part: present };
  }
  const fits =
    field === 'active' ? typeof wanted === 'boolean' && (known === 'eq' || known === 'ne') : typeof wanted === 'string';
  return fits ? { is: 'compare', field, operator: known, wanted: wanted as string | boolean } : null;
}
