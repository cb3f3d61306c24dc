import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Mends three rules of the database. Who confirmed a correction of a disputed call decides that dispute no more than who proposed it. An
 * administrator who cannot work does not end another's role with the small house. Acts go with the object that holds them, as when card codes
 * are cut out of a recording.
 */
export class ConfirmersDecideNoDispute1795830400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CONFIRMERS, LAST_ADMINISTRATOR, ONE_PERSON, ACTS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const CONFIRMERS = `
  create or replace function decides_not_the_dispute(one uuid, person uuid, filed_now uuid) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select has_a_part_in_dispute($1, $2, $3)
      or exists (select 1 from dispute join journal_entry said on said.call_id = dispute.call_id and said.at >= dispute.filed_at
        where dispute.id = $1 and said.actor_person_id = $2 and said.event in ('words.corrected', 'speakers.named', 'sides.swapped'))
      or exists (select 1 from dispute join call_correction said on said.call_id = dispute.call_id and said.at >= dispute.filed_at
        where dispute.id = $1 and said.by_person_id = $2 and said.after - array['customer', 'matter', 'consent'] <> '{}')
      or exists (select 1 from dispute join correction_proposal said on said.call_id = dispute.call_id and said.decided_at >= dispute.filed_at
        where dispute.id = $1 and said.decision = 'confirmed' and said.decided_by_person_id = $2
          and said.after - array['customer', 'matter', 'consent'] <> '{}')
  $$;
`;

/** What `role_in_force` asks of the other administrator, too: a way in, and no confirmation that is still awaited. */
const LAST_ADMINISTRATOR = `
  create or replace function ends_with_small_house(given role_assignment) returns boolean language sql stable set search_path = pg_catalog, public as $$
    select given.by_one_person and (given.role <> 'administrator' or exists (
      select 1 from role_assignment other join account on account.id = other.account_id join person on person.id = other.person_id
      where other.role = 'administrator' and other.id <> given.id and num_nonnulls(other.team_id, other.client_id) = 0
        and (not other.by_one_person or (other.created_at, other.id) < (given.created_at, given.id))
        and account.disabled_at is null and person.left_at is null and account_has_way_in(account.id)
        and not exists (select 1 from role_suspension waiting where waiting.person_id = other.person_id and waiting.confirmed_at is null)))
  $$;
`;

/** Lists ask it for every row: where there is no second person yet, nothing is looked up. */
const ONE_PERSON = `
  create or replace function by_one_person(first uuid, second uuid, moment timestamptz) returns boolean language sql stable set search_path = pg_catalog, public as $$
    select case when first is null or second is null then false when first = second then true else exists (
      select 1 from (
        select proposed_by_person_id from role_proposal where state = 'approved' and proposed_by_person_id = decided_by_person_id
        union select caused_by_person_id from role_suspension where caused_by_person_id = confirmed_by_person_id
        union select granted_by_person_id from role_assignment where granted_by_person_id = approved_by_person_id
      ) alone(person), hands_of(alone.person, moment) hands where first = any(hands) and second = any(hands)) end
  $$;
`;

const ACTS = `
  delete from found_acts where not exists (select 1 from stored_object where id = object_id);
  alter table found_acts add constraint found_acts_lie_in_object foreign key (object_id) references stored_object (id) on delete cascade;
  create index found_acts_by_object on found_acts (object_id);
`;
