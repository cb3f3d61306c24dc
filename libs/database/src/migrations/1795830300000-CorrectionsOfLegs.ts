import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A correction names the leg that it is of: of calls with several, it was the first. Who took a leg, and whose dispute sleeps, follows corrections of
 * that leg alone.
 */
export class CorrectionsOfLegs1795830300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['call_correction', 'correction_proposal']) await runner.query(ofLegs(table));
    await runner.query(TAKEN_BY);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const ofLegs = (table: string): string => `
  alter table ${table} disable trigger user;
  alter table ${table} add column leg_id uuid references leg (id);
  update ${table} said set leg_id = (select id from leg where leg.call_id = said.call_id order by position limit 1);
  alter table ${table} alter column leg_id set not null;
  alter table ${table} enable trigger user;
  create function ${table}_names_its_leg() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    -- A process of the release before names none: the only leg is meant.
    if new.leg_id is null and (select count(*) from leg where call_id = new.call_id) = 1 then
      new.leg_id := (select id from leg where call_id = new.call_id);
    end if;
    if not exists (select 1 from leg where id = new.leg_id and call_id = new.call_id) then
      raise exception 'a correction is of a leg of its call' using errcode = 'check_violation', constraint = 'correction_of_its_leg';
    end if;
    return new;
  end $$;
  revoke all on function ${table}_names_its_leg() from public;
  create trigger ${table}_names_its_leg before insert on ${table} for each row execute function ${table}_names_its_leg();
`;

const TAKEN_BY = `
  create or replace function leg_is_taken_by_two() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if tg_op = 'INSERT' then
      new.taken_by_person_id := coalesce(new.taken_by_person_id, new.person_id);
    elsif new.taken_by_person_id is distinct from (select agent_person_id from correction_proposal
        where leg_id = new.id and decision = 'confirmed' and agent_person_id is not null order by decided_at desc limit 1) then
      raise exception 'two people say who took a call' using errcode = 'check_violation', constraint = 'leg_is_taken_by_two';
    end if;
    return new;
  end $$;
  create or replace function disputes_sleep_by_corrections() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if new.closed_at is not null and old.closed_at is null and not closes_no_own_dispute(new.id, new.closed_by_person_id, new.closed_at) then
      raise exception 'a second person closes a dispute' using errcode = 'check_violation', constraint = 'second_person_closes_dispute';
    end if;
    if new.slept_at is not null and old.slept_at is null and not exists (select 1 from correction_proposal one
        where one.id = new.asleep_by_proposal_id and one.leg_id = new.leg_id and one.decision = 'confirmed') then
      raise exception 'a dispute sleeps by a confirmed correction' using errcode = 'check_violation', constraint = 'dispute_sleeps_by_two';
    end if;
    return new;
  end $$;
`;
