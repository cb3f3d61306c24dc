/** What a list of provisioned people can be filtered by in the database. */
export type PersonField = 'id' | 'userName' | 'externalId' | 'active' | 'email';

/** A filter of a directory, as far as the database can answer it. */
export type PeopleFilter =
  | { is: 'and' | 'or'; parts: readonly PeopleFilter[] }
  | { is: 'not'; part: PeopleFilter }
  | { is: 'present'; field: PersonField }
  | { is: 'compare'; field: PersonField; operator: FilterOperator; wanted: string | boolean };
export type FilterOperator = 'eq' | 'ne' | 'co' | 'sw' | 'ew';

/** Addresses as a directory sees them: what it wrote, as long as the person is told there; else where the person is told. */
const EMAILS = `(select value from (
    select trim(one ->> 'value') as value from jsonb_array_elements(scim.emails) one
      where exists (select 1 from jsonb_array_elements(scim.emails) own where trim(own ->> 'value') = person.email)
    union all select person.email where person.email is not null and not exists (
      select 1 from jsonb_array_elements(coalesce(scim.emails, '[]')) own where trim(own ->> 'value') = person.email)) told
  where value is not null) told (value)`;

const COLUMNS = {
  id: 'person.id::text',
  userName: 'username',
  externalId: 'scim.external_id',
  active: '(left_at is null)',
} as const;

/**
 * The condition of SQL for a filter, over `person`, `a` (its account) and `scim`. What is compared goes into `values`, never into the text.
 * A value that is missing fits `ne` and `not`, and nothing else, as in RFC 7644.
 */
export function peopleWhere(filter: PeopleFilter, values: unknown[]): string {
  switch (filter.is) {
    case 'and':
    case 'or':
      return `(${filter.parts.map((part) => peopleWhere(part, values)).join(` ${filter.is} `)})`;
    case 'not':
      return `not ${peopleWhere(filter.part, values)}`;
    case 'present':
      return filter.field === 'email' ? `exists (select 1 from ${EMAILS})` : `(${COLUMNS[filter.field]} is not null)`;
    default:
      return comparison(filter, values);
  }
}

function comparison({ field, operator, wanted }: Extract<PeopleFilter, { is: 'compare' }>, values: unknown[]): string {
  values.push(typeof wanted === 'string' && field === 'userName' ? wanted.toLowerCase() : wanted);
  const place = `$${values.length}::${typeof wanted === 'boolean' ? 'boolean' : 'text'}`;
  if (field !== 'email') return `coalesce(${compared(COLUMNS[field], operator, place)}, ${operator === 'ne'})`;
  if (operator === 'ne') return `not exists (select 1 from ${EMAILS} where value = ${place})`;
  return `exists (select 1 from ${EMAILS} where ${compared('value', operator, place)})`;
}

function compared(column: string, operator: FilterOperator, place: string): string {
  if (operator === 'eq') return `${column} = ${place}`;
  if (operator === 'ne') return `${column} <> ${place}`;
  if (operator === 'sw') return `starts_with(${column}, ${place})`;
  if (operator === 'ew') return `right(${column}, length(${place})) = ${place}`;
  return `strpos(${column}, ${place}) > 0`;
}
