import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A call as telephone systems know it: legs of queues, menus and numbers outside, legs whose person is not known, times by the wall clock,
 * stages before there is a recording. Nothing that is there changes. What has to read whole tables is left to the next migration, which holds no
 * reader up.
 */
export class CallsOfTelephones1795830600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CALL, LEG, RECORDING, AGENT_STAYS, TAKEN_BY, LISTED]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const CALL = `
  alter table call
    alter column direction drop not null,
    add column ended_at timestamptz,
    add column answered_at timestamptz,
    add column connection text,
    add column customer_key bytea,
    drop constraint call_stage_check;
  alter table call add constraint call_stage_check check (
    stage in ('ringing','live','ended','known','recorded','sealed','transcribed','scored','not_recorded','needs_attention','given_up','destroyed')
  ) not valid;
  alter table call add constraint call_connection_check check (connection in ('answered','abandoned','missed','busy','failed')) not valid;
  -- What the consent gate decided on had a direction.
  alter table call add constraint call_has_direction check (direction is not null or stage in ('ringing','live','ended')) not valid;
`;

const LEG = `
  alter table leg
    alter column person_id drop not null,
    alter column team_id drop not null,
    alter column taken_by_person_id drop not null,
    add column kind text not null default 'agent',
    add column outcome text,
    add column extension text,
    add column began_at timestamptz,
    add column ring_seconds double precision,
    add column holds jsonb,
    add column transfer_target text,
    add column transferred_to_leg_id uuid references leg (id),
    add column record_key text;
  alter table leg add constraint leg_kind_check check (kind in ('agent','queue','ivr','consult','external')) not valid;
  alter table leg add constraint leg_outcome_check
    check (outcome in ('answered','no_answer','declined','abandoned','busy','failed')) not valid;
  -- A person's leg has the team that they were in; a queue's leg may have a team alone.
  alter table leg add constraint leg_person_has_team check (person_id is null or team_id is not null) not valid;
`;

const RECORDING = `
  alter table recording add column began_at timestamptz;
  create function recording_is_of_an_agent() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if not exists (select 1 from leg where id = new.leg_id and person_id is not null) then
      raise exception 'a recording is of an agent''s leg' using errcode = 'check_violation', constraint = 'recording_is_of_an_agent';
    end if;
    return new;
  end $$;
  revoke all on function recording_is_of_an_agent() from public;
  create trigger recording_is_of_an_agent before insert or update of leg_id on recording
    for each row execute function recording_is_of_an_agent();
`;

/** A person who is known stays known: rights rest on it. */
const AGENT_STAYS = `
  create function leg_keeps_its_agent() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    raise exception 'a leg keeps its agent' using errcode = 'check_violation', constraint = 'leg_keeps_its_agent';
  end $$;
  revoke all on function leg_keeps_its_agent() from public;
  create trigger leg_keeps_its_agent before update on leg for each row
    when (old.person_id is not null and (new.person_id is null or new.team_id is null)) execute function leg_keeps_its_agent();
`;

/** An extension that is given to a person later fills in who took its legs: to fill in what was not known takes nothing from a person. */
const TAKEN_BY = `
  create or replace function leg_is_taken_by_two() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if tg_op = 'INSERT' then
      new.taken_by_person_id := coalesce(new.taken_by_person_id, new.person_id);
    elsif old.taken_by_person_id is not null
        and new.taken_by_person_id is distinct from (select agent_person_id from correction_proposal
          where leg_id = new.id and decision = 'confirmed' and agent_person_id is not null order by decided_at desc limit 1) then
      raise exception 'two people say who took a call' using errcode = 'check_violation', constraint = 'leg_is_taken_by_two';
    end if;
    return new;
  end $$;
`;

/**
 * The list is of calls that can be heard and judged: legs of queues and menus, legs without a person, and legs that only the telephone
 * system knows are shown elsewhere. The function is long and its text is that of the migration that wrote it last, so it is read and
 * completed here.
 */
const LISTED = `
  do $do$
  declare text_of text := pg_get_functiondef('refresh_listed_legs(uuid[])'::regprocedure);
  declare completed text := replace(text_of, 'where leg.id = any(ids)' || chr(10) || '    on conflict',
    'where leg.id = any(ids) and is_listed(leg, call.stage)' || chr(10) || '    on conflict');
  begin
    if completed = text_of then raise exception 'refresh_listed_legs has another text'; end if;
    create function is_listed(leg leg, stage text) returns boolean language sql stable set search_path = pg_catalog, public as $$
      select leg.kind = 'agent' and leg.person_id is not null and leg.team_id is not null and stage not in ('ringing', 'live', 'ended')
        and (leg.record_key is null or exists (select 1 from recording where recording.leg_id = leg.id))
    $$;
    revoke all on function is_listed(leg, text) from public;
    execute completed;
  end $do$;
`;
