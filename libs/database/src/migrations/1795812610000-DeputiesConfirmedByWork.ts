import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Reviews, disputes and the publishing of checklists by a deputy rest on a role of the person who is away that reaches the call, or the whole
 * company for a checklist; where the deputy has none such of their own, on the confirmation by a third person too (decision 100). Until now the
 * services alone held it. A review that a deputy takes back says for whom, and is of a call that neither of the two took.
 */
export class DeputiesConfirmedByWork1795812610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CONFIRMED, RETRACTIONS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

/** `tg_argv`: the column that says who acts, the work, and the roles of which one is needed. The absence is that of the transaction. */
const CONFIRMED = `
  create function role_reaches(of_team uuid, of_client uuid, place uuid) returns boolean language sql stable set search_path = pg_catalog, public as $$
    select (of_team is null and of_client is null) or coalesce(of_team = place, false)
      or coalesce(of_client = (select client_id from team where id = place), false)
  $$;
  create function deputy_is_confirmed_there() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare
    written jsonb := to_jsonb(new);
    deputy uuid := (written ->> tg_argv[0])::uuid;
    needed text[] := string_to_array(tg_argv[2], ',');
    place uuid := (select team_id from leg where id = coalesce((written ->> 'leg_id')::uuid,
      (select leg_id from dispute where id = (written ->> 'dispute_id')::uuid)));
  begin
    if not exists (
        select 1 from absence join role_in_force held on held.person_id = absence.person_id join role_assignment given on given.id = held.id
        where absence.id = nullif(current_setting('shouwen.absence', true), '')::uuid
          and absence.person_id = new.for_person_id and absence.deputy_person_id = deputy and tg_argv[1] = any(absence.works)
          and held.role = any(needed) and role_reaches(held.team_id, held.client_id, place) and (given.created_at <= absence.confirmed_at
            or exists (select 1 from role_in_force own where own.person_id = deputy and own.role = any(needed) and role_reaches(own.team_id, own.client_id, place)))) then
      raise exception 'no third person has confirmed the deputy' using errcode = 'check_violation', constraint = 'deputy_is_confirmed';
    end if;
    return new;
  end $$;
  revoke all on function role_reaches(uuid, uuid, uuid), deputy_is_confirmed_there() from public;
  grant execute on function role_reaches(uuid, uuid, uuid) to shouwen_runtime;
  create trigger deputy_is_confirmed before insert on scorecard for each row when (new.author = 'review' and new.for_person_id is not null)
    execute function deputy_is_confirmed_there('author_person_id', 'reviews', 'supervisor,quality_analyst,quality_manager');
  create trigger deputy_is_confirmed_to_grant before insert on scorecard for each row when (new.author = 'dispute' and new.for_person_id is not null)
    execute function deputy_is_confirmed_there('author_person_id', 'disputes', 'supervisor,quality_manager');
  create trigger deputy_is_confirmed before insert on dispute_decision for each row when (new.for_person_id is not null)
    execute function deputy_is_confirmed_there('decided_by_person_id', 'disputes', 'supervisor,quality_manager');
  create trigger deputy_is_confirmed before insert on checklist_version for each row when (new.for_person_id is not null)
    execute function deputy_is_confirmed_there('published_by_person_id', 'approvals', 'quality_analyst,quality_manager');
`;

const RETRACTIONS = `
  alter table review_retraction add column for_person_id uuid references person (id);
  alter table review_retraction alter column for_person_id set default acting_for();
  create trigger deputy_retracts before insert on review_retraction for each row
    execute function deputy_acts_for_both('retracted_by_person_id', 'retracted_at', 'reviews');
  create trigger deputy_is_confirmed before insert on review_retraction for each row when (new.for_person_id is not null)
    execute function deputy_is_confirmed_there('retracted_by_person_id', 'reviews', 'supervisor,quality_analyst,quality_manager');
  create or replace function reviews_are_retracted() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if not exists (select 1 from scorecard where id = new.scorecard_id and author = 'review' and author_person_id = new.author_person_id) then
      raise exception 'only a review is retracted' using errcode = 'check_violation', constraint = 'reviews_are_retracted';
    end if;
    if exists (select 1 from leg where call_id = new.call_id and person_id in (new.retracted_by_person_id, new.for_person_id)) then
      raise exception 'a person who took the call retracts no review of it' using errcode = 'check_violation', constraint = 'reviews_are_retracted';
    end if;
    return new;
  end $$;
`;
