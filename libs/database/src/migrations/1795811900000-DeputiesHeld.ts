import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What the services hold of deputies (decision 100), held by the database as well: a deputy without the role decides only once a third person
 * has confirmed it, and what no person does for another is not written while one acts for another.
 */
export class DeputiesHeld1795811900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CONFIRMED, IN_PERSON]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

/** `tg_argv`: the column that says who acts, the work, and the roles of which one is needed. The absence is that of the transaction. */
const CONFIRMED = `
  create function deputy_is_confirmed() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare
    deputy uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
    needed text[] := string_to_array(tg_argv[2], ',');
  begin
    if new.for_person_id is not null and not exists (
        select 1 from absence join role_in_force held on held.person_id = absence.person_id join role_assignment given on given.id = held.id
        where absence.id = nullif(current_setting('shouwen.absence', true), '')::uuid
          and absence.person_id = new.for_person_id and absence.deputy_person_id = deputy and tg_argv[1] = any(absence.works)
          and held.role = any(needed) and (given.created_at <= absence.confirmed_at
            or exists (select 1 from role_in_force own where own.person_id = deputy and own.role = any(needed)))) then
      raise exception 'no third person has confirmed the deputy' using errcode = 'check_violation', constraint = 'deputy_is_confirmed';
    end if;
    return new;
  end $$;
  revoke all on function deputy_is_confirmed() from public;
  create trigger deputy_is_confirmed before insert on legal_decision for each row
    execute function deputy_is_confirmed('decided_by_person_id', 'approvals', 'legal_approver');
`;

const IN_PERSON = `
  create function done_in_person() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    raise exception 'no person does this for another' using errcode = 'check_violation', constraint = 'done_in_person';
  end $$;
  revoke all on function done_in_person() from public;
  create trigger done_in_person before insert on break_glass_opening for each row when (acting_for() is not null) execute function done_in_person();
  create trigger done_in_person before insert on break_glass_review for each row when (acting_for() is not null) execute function done_in_person();
  create trigger done_in_person before insert or update on role_proposal for each row when (acting_for() is not null) execute function done_in_person();
  create trigger done_in_person before update on role_suspension for each row when (acting_for() is not null) execute function done_in_person();
  create trigger done_in_person before insert or update on sign_in_policy for each row when (acting_for() is not null) execute function done_in_person();
`;
